metadata name = 'Storage of the host'
metadata description = 'What the Functions host needs for itself: leases, timer states, the package that runs and the ones before it. No data of the province.'

@description('Required. Name of the account.')
@minLength(3)
@maxLength(24)
param name string

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags object

@description('Required. Redundancy.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param sku string

@description('Required. Reachable through private endpoints only.')
param private bool

@description('Required. Container that the app runs its package from.')
param packageContainer string

@description('Required. Days in which something deleted can be brought back.')
param deletedDays int

@description('Required. Resource id of the Log Analytics workspace.')
param workspaceResourceId string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false // the host signs in as the identity; there are no keys to leak
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: private ? 'Deny' : 'Allow'
    }
  }
}

// No versioning and no immutability here: the host renews its leases and overwrites its state all day.
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    containerDeleteRetentionPolicy: { enabled: true, days: deletedDays }
    deleteRetentionPolicy: { enabled: true, days: deletedDays }
  }

  @description('The package that the app runs from.')
  resource packages 'containers' = {
    name: packageContainer
    properties: { publicAccess: 'None' }
  }

  @description('Every package that was ever delivered, named after its version: what a roll-back takes.')
  resource history 'containers' = {
    name: 'package-history'
    properties: { publicAccess: 'None' }
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'old-packages'
          enabled: true
          type: 'Lifecycle'
          definition: {
            actions: { baseBlob: { delete: { daysAfterCreationGreaterThan: 365 } } }
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['package-history/'] }
          }
        }
      ]
    }
  }
}

// Diagnostic settings have no newer version than this preview.
#disable-next-line use-recent-api-versions
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'changes'
  properties: {
    workspaceId: workspaceResourceId
    // Deletions only: the host writes its leases every few seconds.
    logs: [{ category: 'StorageDelete', enabled: true }]
  }
}

// Diagnostic settings have no newer version than this preview.
#disable-next-line use-recent-api-versions
resource tableDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: tables
  name: 'changes'
  properties: {
    workspaceId: workspaceResourceId
    logs: [{ category: 'StorageDelete', enabled: true }]
  }
}

@description('The name of the account.')
output name string = account.name

@description('The resource id of the account.')
output resourceId string = account.id

@description('The container that the app runs its package from.')
output packageContainer string = blobs::packages.name
