metadata name = 'Access'
metadata description = 'Who may do what, all of it in one place, each right on the smallest thing it is needed on.'

@description('Required. The identity of the program.')
param identityName string

@description('Required. The account of the host.')
param hostStorageName string

@description('Required. The account of the data.')
param dataStorageName string

@description('Required. The communication service.')
param communicationName string

@description('Required. Application Insights.')
param applicationInsightsName string

@description('Required. Evidence is scanned, so the program must read the result.')
param malwareScanning bool

@description('Required. Who delivers new versions, or empty.')
param deployerPrincipalId string

@description('Required. The group of the office, or empty.')
param officeGroupId string

var roles = {
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  emailOwner: '09976791-48a7-449e-bb21-39d1a415f350'
  monitoringReader: '43d0d8ad-25c7-4714-9337-8ba259a9fe05'
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hostStorageName
}

resource dataStorage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: dataStorageName
}

resource communication 'Microsoft.Communication/communicationServices@2025-09-01' existing = {
  name: communicationName
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

// The host: leases, timer states, its keys and the package. It asks for Owner because it sets the rights of its own containers.
resource hostBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hostStorage
  name: guid(hostStorage.id, identity.id, roles.blobDataOwner)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataOwner)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// The host: its own diagnostic events.
resource hostTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hostStorage
  name: guid(hostStorage.id, identity.id, roles.tableDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.tableDataContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// The program: evidence, seals, backups. Not Owner: it cannot hand out rights, and what is sealed stays sealed.
resource dataBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: dataStorage
  name: guid(dataStorage.id, identity.id, roles.blobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// The program: rows. This role can also make and drop tables; no built-in role is narrower and writes.
resource dataTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: dataStorage
  name: guid(dataStorage.id, identity.id, roles.tableDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.tableDataContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// The result of the malware scan is a tag. Reading tags is in no built-in role below Owner, so a role of one action is made.
resource tagReader 'Microsoft.Authorization/roleDefinitions@2022-04-01' = if (malwareScanning) {
  name: guid(resourceGroup().id, 'blob-tag-reader')
  properties: {
    roleName: 'Blob tag reader (${resourceGroup().name})'
    description: 'Reads the index tags of blobs, where Defender for Storage writes the result of a scan.'
    type: 'CustomRole'
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags/read']
        notDataActions: []
      }
    ]
    assignableScopes: [resourceGroup().id]
  }
}

resource dataTags 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (malwareScanning) {
  scope: dataStorage
  name: guid(dataStorage.id, identity.id, 'blob-tag-reader')
  properties: {
    roleDefinitionId: tagReader.id
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// Telemetry without an instrumentation key.
resource telemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: applicationInsights
  name: guid(applicationInsights.id, identity.id, roles.metricsPublisher)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.metricsPublisher)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// Mail without an access key.
resource mail 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: communication
  name: guid(communication.id, identity.id, roles.emailOwner)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.emailOwner)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// The pipeline: packages and their history in the account of the host. Its right on the app is in app.bicep.
resource deployer 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerPrincipalId)) {
  scope: hostStorage
  name: guid(hostStorage.id, deployerPrincipalId, roles.blobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
    principalId: deployerPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// The office: workbook, logs and metrics, nothing to change and no file or row to read.
resource office 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(officeGroupId)) {
  name: guid(resourceGroup().id, officeGroupId, roles.monitoringReader)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringReader)
    principalId: officeGroupId
    principalType: 'Group'
  }
}
