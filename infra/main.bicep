metadata name = 'EmulationFunctions'
metadata description = 'The whole system of one province: resource group, storage, function app, e-mail, monitoring, alerts.'

targetScope = 'subscription'

import { keepingType, mailingType, scaleType } from 'types.bicep'

@description('Required. Short name of the environment, part of every resource name.')
@minLength(2)
@maxLength(8)
param environmentName string

@description('Optional. Region of every resource.')
param location string = deployment().location

@description('Optional. Resource group that holds everything. It is made when it is not there.')
param resourceGroupName string = 'rg-emulation-${environmentName}'

@description('Required. Application (client) id of the app registration that infra/entra/register.sh makes.')
@minLength(36)
@maxLength(36)
param apiClientId string

@description('Optional. Directory whose people may sign in.')
param tenantId string = tenant().tenantId

@description('Required. Who gets the alerts by e-mail.')
@minLength(1)
param alertAddresses string[]

@description('Optional. How mail is sent. Without a domain of its own the system writes from a domain that Azure gives it.')
param mailing mailingType = {}

@description('Optional. How long what must not change is kept unchanged, and how long logs stay.')
param keeping keepingType = {
  evidenceDays: 1825
  sealDays: 3650
  backupDays: 400
  logDays: 90
  deletedDays: 30
}

@description('Optional. Memory, concurrency and number of instances.')
param scale scaleType = {
  instanceMemoryMB: 2048
  maximumInstanceCount: 40
  alwaysReadyInstances: 0
  requestsPerInstance: 50
}

@description('Optional. Keep copies in three zones. The plan can only be made zone redundant when it is made.')
param zoneRedundant bool = false

@description('Optional. Keep a copy of the data account in the paired region.')
param geoRedundant bool = false

@description('Optional. Let Microsoft Defender for Storage scan evidence on upload. Costs per GB scanned.')
param malwareScanning bool = false

@description('Optional. Reach storage through private endpoints only.')
param privateNetworking bool = false

@description('Optional. Let the platform refuse callers without a token before they reach the program (a second wall).')
param entraPreAuthentication bool = false

@description('Optional. The address of the page for units, with /portal/ at its end, to which mails link. Default: below the name that Azure gives the app.')
param portalAddress string = ''

@description('Optional. App registration that the page signs people in with. Default: that of the API.')
param portalClientId string = ''

@description('Optional. Locks against deletion on the accounts that hold data.')
param locked bool = true

@description('Optional. What the environment may cost a month, in the currency of the subscription. Zero: no budget.')
@minValue(0)
param monthlyBudget int = 0

@description('Optional. First day of the budget: the first of a month, not in the past when the budget is made.')
param budgetStart string = '2026-12-01'

@description('Optional. Object id of the identity that delivers new versions from the pipeline.')
param deployerPrincipalId string = ''

@description('Optional. Object id of the group that may read the workbook, logs and metrics in the portal.')
param officeGroupId string = ''

@description('Optional. Tags of every resource.')
param tags object = {}

var token = uniqueString(subscription().id, resourceGroupName, environmentName)
var stem = 'emulation-${environmentName}'
var runtime = { name: 'dotnet-isolated', version: '10.0' }
// Azure does not change the stack of an app in place: another stack is another app, beside the old one until that is deleted.
var appName = 'func-${stem}-${uniqueString(token, runtime.name)}'
var allTags = union({ system: 'EmulationFunctions', environment: environmentName }, tags)
// Three zones, two regions, both or one building: the price roughly doubles with the second region.
var dataSku = zoneRedundant
  ? (geoRedundant ? 'Standard_GZRS' : 'Standard_ZRS')
  : (geoRedundant ? 'Standard_GRS' : 'Standard_LRS')

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: resourceGroupName
  location: location
  tags: union(allTags, { 'azd-env-name': environmentName }) // how the Azure Developer CLI finds it
}

module monitoring 'monitoring.bicep' = {
  scope: group
  name: 'monitoring'
  params: {
    stem: stem
    location: location
    tags: allTags
    retentionInDays: keeping.logDays
  }
}

module identity 'identity.bicep' = {
  scope: group
  name: 'identity'
  params: {
    stem: stem
    location: location
    tags: allTags
  }
}

module network 'network.bicep' = if (privateNetworking) {
  scope: group
  name: 'network'
  params: {
    stem: stem
    location: location
    tags: allTags
  }
}

module hostStorage 'hostStorage.bicep' = {
  scope: group
  name: 'host-storage'
  params: {
    name: take('sthost${environmentName}${token}', 24)
    location: location
    tags: allTags
    sku: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
    packageContainer: appName // an app's own: two would overwrite each other's package
    private: privateNetworking
    deletedDays: keeping.deletedDays
    workspaceResourceId: monitoring.outputs.workspaceResourceId
  }
}

module dataStorage 'dataStorage.bicep' = {
  scope: group
  name: 'data-storage'
  params: {
    name: take('stdata${environmentName}${token}', 24)
    location: location
    tags: allTags
    sku: dataSku
    private: privateNetworking
    keeping: keeping
    malwareScanning: malwareScanning
    locked: locked
    workspaceResourceId: monitoring.outputs.workspaceResourceId
  }
}

module endpoints 'endpoints.bicep' = if (privateNetworking) {
  scope: group
  name: 'endpoints'
  params: {
    stem: stem
    location: location
    tags: allTags
    hostStorageResourceId: hostStorage.outputs.resourceId
    dataStorageResourceId: dataStorage.outputs.resourceId
    subnetResourceId: network!.outputs.endpointsSubnetResourceId
    zoneResourceIds: network!.outputs.zoneResourceIds
  }
}

module email 'email.bicep' = {
  scope: group
  name: 'email'
  params: {
    stem: stem
    token: token
    tags: allTags
    mailing: mailing
  }
}

// Rights come before the app: a host that cannot read its storage at the first start does not come up.
module access 'access.bicep' = {
  scope: group
  name: 'access'
  params: {
    identityName: identity.outputs.name
    hostStorageName: hostStorage.outputs.name
    dataStorageName: dataStorage.outputs.name
    communicationName: email.outputs.name
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    malwareScanning: malwareScanning
    deployerPrincipalId: deployerPrincipalId
    officeGroupId: officeGroupId
  }
}

module app 'app.bicep' = {
  scope: group
  name: 'app'
  params: {
    name: appName
    location: location
    tags: allTags
    identityName: identity.outputs.name
    hostStorageName: hostStorage.outputs.name
    packageContainer: hostStorage.outputs.packageContainer
    runtime: runtime
    dataStorageName: dataStorage.outputs.name
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    workspaceResourceId: monitoring.outputs.workspaceResourceId
    scale: scale
    zoneRedundant: zoneRedundant
    subnetResourceId: privateNetworking ? network!.outputs.appSubnetResourceId : ''
    tenantId: tenantId
    apiClientId: apiClientId
    entraPreAuthentication: entraPreAuthentication
    portalAddress: portalAddress
    portalClientId: portalClientId
    mail: {
      from: email.outputs.from
      endpoint: email.outputs.endpoint
      office: mailing.?displayName ?? 'Thi đua - Khen thưởng'
      contact: mailing.?contact ?? ''
      perMinute: email.outputs.perMinute
      perHour: email.outputs.perHour
    }
    backupDays: keeping.backupDays
    evidenceImmutabilityDays: keeping.evidenceDays
    malwareScanning: malwareScanning
    deployerPrincipalId: deployerPrincipalId
  }
  dependsOn: [
    access
    endpoints
  ]
}

module alerts 'alerts.bicep' = {
  scope: group
  name: 'alerts'
  params: {
    stem: stem
    location: location
    tags: allTags
    addresses: alertAddresses
    workspaceResourceId: monitoring.outputs.workspaceResourceId
  }
}

module platformAlerts 'platformAlerts.bicep' = {
  scope: group
  name: 'platform-alerts'
  params: {
    stem: stem
    tags: allTags
    dataStorageResourceId: dataStorage.outputs.resourceId
    actionGroupResourceId: alerts.outputs.actionGroupResourceId
  }
}

module workbook 'workbook.bicep' = {
  scope: group
  name: 'workbook'
  params: {
    location: location
    tags: allTags
    workspaceResourceId: monitoring.outputs.workspaceResourceId
  }
}

module budget 'budget.bicep' = if (monthlyBudget > 0) {
  scope: group
  name: 'budget'
  params: {
    stem: stem
    amount: max(monthlyBudget, 1) // zero makes no budget
    startDate: budgetStart
    addresses: alertAddresses
  }
}

@description('The resource group.')
output resourceGroupName string = group.name

@description('The function app.')
output functionAppName string = app.outputs.name

@description('Where units and administrators reach the system.')
output functionAppAddress string = app.outputs.address

@description('The account of the Functions host, with the packages.')
output hostStorageName string = hostStorage.outputs.name

@description('The account with the tables, evidence, seals and backups.')
output dataStorageName string = dataStorage.outputs.name

@description('Where the tables are.')
output tableEndpoint string = dataStorage.outputs.tableEndpoint

@description('Where the blobs are.')
output blobEndpoint string = dataStorage.outputs.blobEndpoint

@description('The address that mails come from.')
output mailFrom string = email.outputs.from

@description('The workbook of the office, in the portal.')
output workbookResourceId string = workbook.outputs.resourceId
