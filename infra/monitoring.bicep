metadata name = 'Monitoring'
metadata description = 'Log Analytics and Application Insights, both without keys.'

@description('Required. Stem of the names.')
param stem string

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags object

@description('Required. Days that logs are kept.')
param retentionInDays int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: 'log-${stem}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionInDays
    // No daily cap: a cap would silence the alerts on the very day that is out of the ordinary. The budget watches instead.
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${stem}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true // only the program's identity may write
    DisableIpMasking: false
  }
}

// Diagnostic settings have no newer version than this preview.
#disable-next-line use-recent-api-versions
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: workspace
  name: 'who-asked'
  properties: {
    workspaceId: workspace.id
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

@description('The resource id of the workspace.')
output workspaceResourceId string = workspace.id

@description('The name of Application Insights.')
output applicationInsightsName string = applicationInsights.name
