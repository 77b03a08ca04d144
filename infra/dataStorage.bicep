metadata name = 'Storage of the data'
metadata description = 'Tables, evidence, sealed audit and backups of the province. Names come from storage.json, which the program embeds too.'

import { keepingType } from 'types.bicep'

@description('Required. Name of the account.')
@minLength(3)
@maxLength(24)
param name string

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags object

@description('Required. Redundancy.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param sku string

@description('Required. Reachable through private endpoints only.')
param private bool

@description('Required. How long things are kept.')
param keeping keepingType

@description('Required. Scan evidence on upload.')
param malwareScanning bool

@description('Optional. GB a month that are scanned at most. What comes after it stays unscanned and is not offered for download.')
param malwareScanningCapGB int = 100

@description('Required. Lock against deletion.')
param locked bool

@description('Required. Resource id of the Log Analytics workspace.')
param workspaceResourceId string

var names = loadJsonContent('storage.json')
// How long the containers that are sealed as a whole are kept.
var daysOf = {
  'audit-seals': keeping.sealDays
  backups: keeping.backupDays
}

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
    allowSharedKeyAccess: false // the program signs in as itself; there are no keys to leak
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      bypass: 'AzureServices' // Defender reads evidence this way
      defaultAction: private ? 'Deny' : 'Allow'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    changeFeed: { enabled: true, retentionInDays: keeping.logDays }
    containerDeleteRetentionPolicy: { enabled: true, days: keeping.deletedDays }
    deleteRetentionPolicy: { enabled: true, days: keeping.deletedDays }
  }

  resource container 'containers' = [
    for container in names.containers: {
      name: container.name
      properties: {
        publicAccess: 'None'
        // Evidence is sealed file by file when its sheet is submitted. This can only be said when the container is made.
        immutableStorageWithVersioning: container.immutability == 'blob' ? { enabled: true } : null
      }
    }
  ]
}

// Unlocked by template: an administrator locks it once the year is trusted to it, and that cannot be undone (docs/deploy.md).
resource sealed 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = [
  for (container, index) in names.containers: if (container.immutability == 'container') {
    parent: blobs::container[index]
    name: 'default'
    properties: {
      immutabilityPeriodSinceCreationInDays: daysOf[?container.name]
      allowProtectedAppendWrites: false
    }
  }
]

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  parent: account
  name: 'default'

  resource table 'tables' = [for table in names.tables: { name: table }]
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'evidence-cools'
          enabled: true
          type: 'Lifecycle'
          definition: {
            // The year is over and its standings are published: nearly nobody opens the file again.
            actions: { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 400 } } }
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['evidence/', 'attachments/'] }
          }
        }
        {
          name: 'old-versions-go'
          enabled: true
          type: 'Lifecycle'
          definition: {
            actions: { version: { delete: { daysAfterCreationGreaterThan: 400 } } }
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['evidence/', 'attachments/'] }
          }
        }
        {
          name: 'old-backups-go'
          enabled: true
          type: 'Lifecycle'
          definition: {
            actions: {
              baseBlob: { delete: { daysAfterCreationGreaterThan: keeping.backupDays + 31 } }
              version: { delete: { daysAfterCreationGreaterThan: keeping.backupDays + 31 } }
            }
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['backups/'] }
          }
        }
      ]
    }
  }
}

resource defender 'Microsoft.Security/defenderForStorageSettings@2025-06-01' = if (malwareScanning) {
  scope: account
  name: 'current'
  properties: {
    isEnabled: true
    overrideSubscriptionLevelSettings: true // or the cap below would be the subscription's
    malwareScanning: {
      onUpload: {
        isEnabled: true
        capGBPerMonth: malwareScanningCapGB
        filters: { excludeBlobsWithPrefix: ['audit-seals/', 'backups/'] } // the program's own writing
      }
      blobScanResultsOptions: 'blobIndexTags' // the program reads the tag before it offers a file
    }
    sensitiveDataDiscovery: { isEnabled: false }
  }
}

// Diagnostic settings have no newer version than this preview.
#disable-next-line use-recent-api-versions
resource blobDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'who-touched-files'
  properties: {
    workspaceId: workspaceResourceId
    logs: [
      { category: 'StorageRead', enabled: true }
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

// Diagnostic settings have no newer version than this preview.
#disable-next-line use-recent-api-versions
resource tableDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: tables
  name: 'who-changed-rows'
  properties: {
    workspaceId: workspaceResourceId
    // Not the reads: nine tenths of the traffic, and a row that was only read is still true.
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  scope: account
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the scores, evidence and audit of the province.'
  }
}

@description('The name of the account.')
output name string = account.name

@description('The resource id of the account.')
output resourceId string = account.id

@description('Where the tables are.')
output tableEndpoint string = account.properties.primaryEndpoints.table

@description('Where the blobs are.')
output blobEndpoint string = account.properties.primaryEndpoints.blob
