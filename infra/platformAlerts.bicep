metadata name = 'Alerts of the platform'
metadata description = 'What Azure itself sees, also when the program cannot say so: storage, changes by people, service health.'

@description('Required. Stem of the names.')
param stem string

@description('Required. Tags.')
param tags object

@description('Required. Resource id of the account of the data.')
param dataStorageResourceId string

@description('Required. Resource id of the group of people who get the mails.')
param actionGroupResourceId string

// What a person does to Azure itself and what must never go unnoticed.
var administrativeAlerts = [
  {
    name: 'role-assignments'
    operation: 'Microsoft.Authorization/roleAssignments/write'
    title: 'Somebody was given a right'
  }
  { name: 'locks', operation: 'Microsoft.Authorization/locks/delete', title: 'A lock was removed' }
  {
    name: 'keys'
    operation: 'Microsoft.Storage/storageAccounts/listKeys/action'
    title: 'Keys of a storage account were read'
  }
  {
    name: 'storage-changed'
    operation: 'Microsoft.Storage/storageAccounts/write'
    title: 'A storage account was changed'
  }
  {
    name: 'immutability'
    operation: 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies/delete'
    title: 'A container may be changed again'
  }
]

// The account itself, seen from Azure: also when the program could not say so.
// The API version is the one the Azure Verified Modules use; the newer brings nothing needed here.
#disable-next-line use-recent-api-versions
resource storageThrottled 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${stem}-storage-errors'
  location: 'global'
  tags: tags
  properties: {
    description: 'Storage refused more than fifty transactions in a quarter of an hour because it was too busy.'
    severity: 2
    enabled: true
    scopes: [dataStorageResourceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'busy'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'Transactions'
          dimensions: [
            {
              name: 'ResponseType'
              operator: 'Include'
              values: [
                'ServerBusyError'
                'ClientThrottlingError'
                'ClientAccountRequestThrottlingError'
                'ClientAccountBandwidthThrottlingError'
                'ServerTimeoutError'
              ]
            }
          ]
          operator: 'GreaterThan'
          threshold: 50
          timeAggregation: 'Total'
        }
      ]
    }
    autoMitigate: true
    actions: [{ actionGroupId: actionGroupResourceId }]
  }
}

// The API version is the one the Azure Verified Modules use; the newer brings nothing needed here.
#disable-next-line use-recent-api-versions
resource storageUnavailable 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${stem}-storage-availability'
  location: 'global'
  tags: tags
  properties: {
    description: 'Less than 99 of 100 transactions with the account of the data succeeded in a quarter of an hour.'
    severity: 1
    enabled: true
    scopes: [dataStorageResourceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'availability'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'Availability'
          operator: 'LessThan'
          threshold: 99
          timeAggregation: 'Average'
        }
      ]
    }
    autoMitigate: true
    actions: [{ actionGroupId: actionGroupResourceId }]
  }
}

// The API version is the one the Azure Verified Modules use; the newer brings nothing needed here.
#disable-next-line use-recent-api-versions
resource fromPeople 'Microsoft.Insights/activityLogAlerts@2020-10-01' = [
  for alert in administrativeAlerts: {
    name: 'alert-${stem}-${alert.name}'
    location: 'global'
    tags: tags
    properties: {
      description: alert.title
      enabled: true
      scopes: [resourceGroup().id]
      condition: {
        allOf: [
          { field: 'category', equals: 'Administrative' }
          { field: 'operationName', equals: alert.operation }
          { field: 'status', equals: 'Succeeded' }
        ]
      }
      actions: { actionGroups: [{ actionGroupId: actionGroupResourceId }] }
    }
  }
]

// The API version is the one the Azure Verified Modules use; the newer brings nothing needed here.
#disable-next-line use-recent-api-versions
resource fromAzure 'Microsoft.Insights/activityLogAlerts@2020-10-01' = {
  name: 'alert-${stem}-service-health'
  location: 'global'
  tags: tags
  properties: {
    description: 'Azure says that a service has a problem or will be changed.'
    enabled: true
    scopes: [subscription().id]
    condition: {
      allOf: [
        { field: 'category', equals: 'ServiceHealth' }
      ]
    }
    actions: { actionGroups: [{ actionGroupId: actionGroupResourceId }] }
  }
}

@description('The alerts on the account of the data.')
output resourceIds string[] = [storageThrottled.id, storageUnavailable.id]
