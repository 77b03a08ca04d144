metadata name = 'Workbook'
metadata description = 'What the office looks at in the portal.'

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags object

@description('Required. Resource id of the Log Analytics workspace.')
param workspaceResourceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'operations')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Thi đua - Khen thưởng: điều hành'
    category: 'workbook'
    #disable-next-line use-resource-id-functions // an id all the same, in the small letters that the portal uses
    sourceId: toLower(workspaceResourceId)
    serializedData: loadTextContent('workbook.json')
    version: 'Notebook/1.0'
  }
}

@description('The resource id of the workbook.')
output resourceId string = workbook.id
