metadata name = 'Budget'
metadata description = 'A mail when the month is about to cost more than planned. A budget stops nothing by itself.'

@description('Required. Stem of the names.')
param stem string

@description('Required. Amount a month in the currency of the subscription.')
@minValue(1)
param amount int

@description('Required. First day: the first of a month. A parameter, because today would change at every deployment.')
param startDate string

@description('Required. Who is told.')
param addresses string[]

// The newer API version is too young to be trusted unseen; this one is what most templates use.
#disable-next-line use-recent-api-versions
resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: 'budget-${stem}'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: startDate }
    notifications: {
      spent80: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: addresses
      }
      expected100: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: addresses
      }
    }
  }
}

@description('The name of the budget.')
output name string = budget.name
