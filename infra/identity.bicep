metadata name = 'Identity'
metadata description = 'The one identity of the program. It exists before the app, so that its rights do too.'

@description('Required. Stem of the names.')
param stem string

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${stem}'
  location: location
  tags: tags
}

@description('The name of the identity.')
output name string = identity.name

@description('The resource id of the identity.')
output resourceId string = identity.id
