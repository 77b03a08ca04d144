metadata name = 'Function app'
metadata description = 'The Flex Consumption plan and the app: a .NET isolated worker.'

import { scaleType } from 'types.bicep'

@description('Required. Name of the app.')
param name string

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags object

@description('Required. The identity of the program.')
param identityName string

@description('Required. The account of the host.')
param hostStorageName string

@description('What starts the program.')
type runtimeType = {
  @description('Required. Name of the stack.')
  name: string

  @description('Required. Version of the stack.')
  version: string
}

@description('Required. What starts the program.')
param runtime runtimeType

@description('Required. Container that the app runs its package from.')
param packageContainer string

@description('Required. The account of the data.')
param dataStorageName string

@description('Required. Application Insights.')
param applicationInsightsName string

@description('Required. Resource id of the Log Analytics workspace.')
param workspaceResourceId string

@description('Required. Size.')
param scale scaleType

@description('Required. Instances in three zones.')
param zoneRedundant bool

@description('Required. Subnet that the app calls out from, or empty.')
param subnetResourceId string

@description('Required. Directory whose people may sign in.')
param tenantId string

@description('Required. Application (client) id of the app registration.')
param apiClientId string

@description('Required. Let the platform refuse callers without a token.')
param entraPreAuthentication bool

@description('Where mail goes.')
type mailType = {
  @description('Required. The address that mails come from.')
  from: string

  @description('Required. Where mails are handed over.')
  endpoint: string

  @description('Required. The name of the office in the letters, or empty.')
  office: string

  @description('Required. How the office is reached, or empty.')
  contact: string

  @description('Required. Mails a minute.')
  perMinute: int

  @description('Required. Mails an hour.')
  perHour: int
}

@description('Required. Where mail goes.')
param mail mailType

@description('Required. Days that submitted evidence cannot be changed.')
param evidenceImmutabilityDays int

@description('Required. Days that a backup is surely kept.')
param backupDays int

@description('Required. Evidence is offered only once its scan says clean.')
param malwareScanning bool

@description('Required. Who delivers new versions, or empty.')
param deployerPrincipalId string

@description('Required. The address of the page for units, or empty for the name that Azure gives the app.')
param portalAddress string

@description('Required. App registration that the page signs people in with, or empty for that of the API.')
param portalClientId string

var websiteContributor = 'de139f84-1756-47ae-9be6-808fbbe84772'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hostStorageName
}

resource dataStorage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: dataStorageName
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

// What the Functions host reads, and the exporter of telemetry in both. Not FUNCTIONS_WORKER_RUNTIME: Flex Consumption takes the stack from functionAppConfig.
var platformSettings = {
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
  APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsights.properties.ConnectionString
  APPLICATIONINSIGHTS_SDKSTATS_DISABLED: 'true' // what the exporter counts of itself
  APPLICATIONINSIGHTS_STATSBEAT_DISABLED: 'true' // the same, to its maker
  AzureWebJobsDisableHomepage: 'true'
  AzureWebJobsStorage__accountName: hostStorage.name
  AzureWebJobsStorage__clientId: identity.properties.clientId
  AzureWebJobsStorage__credential: 'managedidentity'
  OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage' // the host's requests are counted by an alert: all of them
  OTEL_TRACES_SAMPLER_ARG: '1'
}

// What the program reads. Its options classes bind exactly these names; a test holds both to each other.
var programSettings = {
  AZURE_CLIENT_ID: identity.properties.clientId
  AzureAd__ClientId: apiClientId
  AzureAd__Instance: environment().authentication.loginEndpoint
  AzureAd__TenantId: tenantId
  Backups__KeptDays: string(backupDays)
  Evidence__ImmutabilityDays: string(evidenceImmutabilityDays)
  Evidence__MalwareScanning: string(malwareScanning)
  Mail__Acs__Endpoint: mail.endpoint
  Mail__Contact: mail.contact
  Mail__From: mail.from
  Mail__Office: mail.office
  Mail__PerHour: string(mail.perHour)
  Mail__PerMinute: string(mail.perMinute)
  Mail__Transport: 'acs'
  Portal__Address: empty(portalAddress) ? 'https://${site.properties.defaultHostName}/portal/' : portalAddress
  Portal__ClientId: empty(portalClientId) ? apiClientId : portalClientId
  Storage__BlobServiceUri: dataStorage.properties.primaryEndpoints.blob
  Storage__TableServiceUri: dataStorage.properties.primaryEndpoints.table
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource site 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' }) // how the Azure Developer CLI finds it
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identity.id
    publicNetworkAccess: 'Enabled' // units sign in from their offices over the internet; storage is what can be private
    sshEnabled: false
    virtualNetworkSubnetId: empty(subnetResourceId) ? null : subnetResourceId
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      remoteDebuggingEnabled: false
      scmMinTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostStorage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: runtime
      scaleAndConcurrency: {
        instanceMemoryMB: scale.instanceMemoryMB
        maximumInstanceCount: scale.maximumInstanceCount
        alwaysReady: scale.alwaysReadyInstances > 0 ? [{ name: 'http', instanceCount: scale.alwaysReadyInstances }] : []
        triggers: { http: { perInstanceConcurrency: scale.requestsPerInstance } }
      }
    }
  }
}

// The only owner of the settings: Azure replaces the whole collection at every deployment.
resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: site
  name: 'appsettings'
  properties: union(platformSettings, programSettings)
}

// A second wall, off by default: the program checks every token itself, and a page for people must load before they sign in.
resource preAuthentication 'Microsoft.Web/sites/config@2025-03-01' = if (entraPreAuthentication) {
  parent: site
  name: 'authsettingsV2'
  properties: {
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'Return401'
      excludedPaths: ['/api/health', '/api/openapi.json', '/docs', '/docs/*', '/portal', '/portal/*']
    }
    httpSettings: { requireHttps: true }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: apiClientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenantId}/v2.0'
        }
        validation: { allowedAudiences: [apiClientId, 'api://${apiClientId}'] }
      }
    }
    login: { tokenStore: { enabled: false } }
    platform: { enabled: true, runtimeVersion: '~1' }
  }
}

// Diagnostic settings have no newer version than this preview.
#disable-next-line use-recent-api-versions
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'all'
  properties: {
    workspaceId: workspaceResourceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

// The pipeline may deliver and restart this app, nothing else in the group.
resource deployer 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerPrincipalId)) {
  scope: site
  name: guid(site.id, deployerPrincipalId, websiteContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', websiteContributor)
    principalId: deployerPrincipalId
    principalType: 'ServicePrincipal'
  }
}

@description('The name of the app.')
output name string = site.name

@description('The resource id of the app.')
output resourceId string = site.id

@description('Where the app is reached.')
output address string = 'https://${site.properties.defaultHostName}'
