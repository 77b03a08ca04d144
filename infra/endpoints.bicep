metadata name = 'Private endpoints'
metadata description = 'Optional. Blob and table of both accounts inside the network. Queues and file shares are not used, so they get none.'

@description('Required. Stem of the names.')
param stem string

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags object

@description('Required. Resource id of the account of the host.')
param hostStorageResourceId string

@description('Required. Resource id of the account of the data.')
param dataStorageResourceId string

@description('Required. Subnet of the endpoints.')
param subnetResourceId string

@description('Required. Private DNS zones: blob first, then table.')
param zoneResourceIds string[]

var targets = [
  { account: 'host', service: 'blob', zone: 0 }
  { account: 'host', service: 'table', zone: 1 }
  { account: 'data', service: 'blob', zone: 0 }
  { account: 'data', service: 'table', zone: 1 }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2025-05-01' = [
  for target in targets: {
    name: 'pep-${stem}-${target.account}-${target.service}'
    location: location
    tags: tags
    properties: {
      customNetworkInterfaceName: 'nic-${stem}-${target.account}-${target.service}'
      subnet: { id: subnetResourceId }
      privateLinkServiceConnections: [
        {
          name: '${target.account}-${target.service}'
          properties: {
            privateLinkServiceId: target.account == 'host' ? hostStorageResourceId : dataStorageResourceId
            groupIds: [target.service]
          }
        }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01' = [
  for (target, index) in targets: {
    parent: endpoints[index]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: target.service
          properties: { privateDnsZoneId: zoneResourceIds[target.zone] }
        }
      ]
    }
  }
]

@description('The private endpoints.')
output resourceIds string[] = [for (target, index) in targets: endpoints[index].id]
