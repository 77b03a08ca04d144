metadata name = 'E-mail'
metadata description = 'Azure Communication Services e-mail. The program signs in as its identity; access keys are switched off.'

import { mailingType } from 'types.bicep'

@description('Required. Stem of the names.')
param stem string

@description('Required. What makes the names unique in the world.')
param token string

@description('Required. Tags.')
param tags object

@description('Required. How mail is sent.')
param mailing mailingType

var ownDomain = !empty(mailing.?domain)
var userName = mailing.?userName ?? 'thidua'
var dataLocation = mailing.?dataLocation ?? 'Asia Pacific'
// Mail can be sent from an own domain only once it is verified in DNS: until then from the domain that Azure gives.
var useOwnDomain = ownDomain && (mailing.?domainVerified ?? false)

resource service 'Microsoft.Communication/emailServices@2025-09-01' = {
  name: 'mail-${stem}-${token}'
  location: 'global'
  tags: tags
  properties: { dataLocation: dataLocation }
}

resource givenDomain 'Microsoft.Communication/emailServices/domains@2025-09-01' = {
  parent: service
  name: 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'AzureManaged'
    userEngagementTracking: 'Disabled' // no pixels in official mail
  }
}

resource customDomain 'Microsoft.Communication/emailServices/domains@2025-09-01' = if (ownDomain) {
  parent: service
  name: ownDomain ? mailing.domain! : 'unused.invalid'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'CustomerManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource sender 'Microsoft.Communication/emailServices/domains/senderUsernames@2025-09-01' = if (useOwnDomain) {
  parent: customDomain
  name: userName
  properties: {
    username: userName
    displayName: mailing.?displayName ?? 'Thi đua - Khen thưởng'
  }
}

resource communication 'Microsoft.Communication/communicationServices@2025-09-01' = {
  name: 'acs-${stem}-${token}'
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
    linkedDomains: useOwnDomain ? [customDomain.id] : [givenDomain.id]
  }
}

@description('The communication service.')
output name string = communication.name

@description('Where mails are handed over.')
output endpoint string = 'https://${communication.properties.hostName}'

@description('The address that mails come from.')
output from string = useOwnDomain
  ? '${userName}@${mailing.?domain ?? ''}'
  : 'DoNotReply@${givenDomain.properties.mailFromSenderDomain}'

@description('Mails a minute. What Azure allows: 5 from its own domain, 30 from a verified one.')
output perMinute int = mailing.?perMinute ?? (useOwnDomain ? 30 : 5)

@description('Mails an hour. What Azure allows: 10 from its own domain, 100 from a verified one.')
output perHour int = mailing.?perHour ?? (useOwnDomain ? 100 : 10)
