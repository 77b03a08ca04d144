metadata name = 'Alerts'
metadata description = 'What somebody must hear of, as the records of the program tell it. What to do for each: docs/operations.md, which lists the records too.'

@description('Required. Stem of the names.')
param stem string

@description('Required. Region.')
param location string

@description('Required. Tags.')
param tags object

@description('Required. Who gets the mails.')
param addresses string[]

@description('Required. Resource id of the Log Analytics workspace.')
param workspaceResourceId string

// A record of the program is a trace: its name and its fields are properties, as texts.
var records = '''
AppTraces
| where tostring(Properties.CategoryName) startswith "EmulationFunctions"
| extend fields = Properties, record = tostring(Properties.EventName)
'''

// How long each timer may be silent, in hours. Twice its period for the frequent ones, a day and a bit for the daily ones.
var heartbeat = '''
let expected = datatable(timer: string, hours: int) [
  "AdvanceStages", 3,
  "DeliverMail", 1,
  "SendReminders", 27,
  "StartAnnualCycle", 27,
  "SealAudit", 27,
  "BackUpTables", 27
];
let seen = AppTraces
| where tostring(Properties.CategoryName) startswith "EmulationFunctions"
| extend fields = Properties, record = tostring(Properties.EventName)
| where record == "TimerRan" and fields.Outcome == "succeeded"
| summarize last = max(TimeGenerated) by timer = tostring(fields.Timer);
let born = toscalar(AppTraces | summarize min(TimeGenerated));
expected
| join kind=leftouter seen on timer
| where last < ago(1h * hours) or isnull(last) and (isnull(born) or born < ago(1h * hours))
| project TimeGenerated = now(), timer, last
'''

var logAlerts = [
  {
    name: 'no-heartbeat'
    title: 'A timer has not run'
    description: 'No successful run of a timer for longer than it may be silent. Run it by hand (RunTimer), then restart the app.'
    severity: 1
    frequency: 'PT1H'
    window: 'P2D'
    threshold: 0
    dimension: 'timer'
    query: heartbeat
  }
  {
    name: 'timer-failed'
    title: 'A timer failed'
    description: 'A run of a timer ended in an error. It runs again at its next hour; nothing is half done.'
    severity: 2
    frequency: 'PT15M'
    window: 'PT1H'
    threshold: 0
    dimension: 'timer'
    query: '${records}| where record == "TimerRan" and fields.Outcome != "succeeded"\n| extend timer = tostring(fields.Timer)'
  }
  {
    name: 'dead-mail'
    title: 'Mails that will not be sent'
    description: 'Mails were given up after all their attempts. Look at the reason, then revive them (RetryMail).'
    severity: 2
    frequency: 'PT15M'
    window: 'PT1H'
    threshold: 0
    dimension: 'reason'
    query: '${records}| where record == "MailDead"\n| extend reason = tostring(fields.Reason)'
  }
  {
    name: 'mail-waiting'
    title: 'Mail waits for more than a day'
    description: 'The oldest mail that is due waits for more than a day: the budget of the sender is too small, or delivery stands still.'
    severity: 3
    frequency: 'PT1H'
    window: 'PT1H'
    threshold: 0
    dimension: ''
    query: '${records}| where record == "MailWaiting" and todouble(fields.OldestMinutes) > 1440'
  }
  {
    name: 'server-errors'
    title: 'Requests fail'
    description: 'More than five requests in a quarter of an hour ended in an error of the server.'
    severity: 1
    frequency: 'PT5M'
    window: 'PT15M'
    threshold: 5
    dimension: 'function'
    query: '${records}| where record == "RequestEnded" and toint(fields.Status) >= 500\n| extend function = tostring(fields.Function)'
  }
  {
    name: 'host-errors'
    title: 'The program does not answer the host'
    description: 'The host itself answered with an error: the program was not there, or too slow.'
    severity: 1
    frequency: 'PT5M'
    window: 'PT15M'
    threshold: 5
    dimension: ''
    query: 'AppRequests\n| where toint(ResultCode) >= 500'
  }
  {
    name: 'sign-in-refused'
    title: 'Many tokens are refused'
    description: 'More than fifty tokens in a quarter of an hour were refused: a client with a wrong setting, or somebody tries.'
    severity: 2
    frequency: 'PT15M'
    window: 'PT15M'
    threshold: 50
    dimension: 'reason'
    query: '${records}| where record == "SignInRefused"\n| extend reason = tostring(fields.Reason)'
  }
  {
    name: 'access-refused'
    title: 'Many calls beyond the caller\'s rights'
    description: 'More than a hundred signed-in calls in an hour asked for what the caller may not do.'
    severity: 3
    frequency: 'PT1H'
    window: 'PT1H'
    threshold: 100
    dimension: 'function'
    query: '${records}| where record == "AccessRefused"\n| extend function = tostring(fields.Function)'
  }
  {
    name: 'storage-throttled'
    title: 'Storage slows the program down'
    description: 'Storage answered "too busy" more than twenty times in a quarter of an hour.'
    severity: 2
    frequency: 'PT15M'
    window: 'PT15M'
    threshold: 20
    dimension: ''
    query: '${records}| where record == "StorageThrottled"'
  }
  {
    name: 'restarts'
    title: 'The program ends and starts again'
    description: 'The program ended by itself more than three times in half an hour. The last lines before it ended say why.'
    severity: 1
    frequency: 'PT15M'
    window: 'PT30M'
    threshold: 3
    dimension: ''
    query: 'AppTraces\n| where Message has "exited with code" or Message has "Failed to start Worker Channel" or Message has "Exceeded language worker restart retry count"'
  }
  {
    name: 'malware'
    title: 'A file with malware was uploaded'
    description: 'Defender found malware in an evidence file. It is not offered for download; tell the unit.'
    severity: 1
    frequency: 'PT15M'
    window: 'PT1H'
    threshold: 0
    dimension: ''
    query: '${records}| where record in ("EvidenceQuarantined", "AttachmentQuarantined")'
  }
  {
    name: 'audit-broken'
    title: 'The audit does not prove itself'
    description: 'A sealed audit row was changed, removed or put in between. Do not write to the partition until it is understood.'
    severity: 0
    frequency: 'PT15M'
    window: 'PT1H'
    threshold: 0
    dimension: 'partition'
    query: '${records}| where record == "AuditBroken"\n| extend partition = tostring(fields.Partition)'
  }
]

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${stem}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'emulation'
    emailReceivers: [
      for (address, index) in addresses: {
        name: 'operator-${index + 1}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

// The API version is the one the Azure Verified Modules use; the newer brings nothing needed here.
#disable-next-line use-recent-api-versions
resource fromLogs 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logAlerts: {
    name: 'alert-${stem}-${alert.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.title
      description: alert.description
      severity: alert.severity
      enabled: true
      scopes: [workspaceResourceId]
      evaluationFrequency: alert.frequency
      windowSize: alert.window
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: alert.threshold
            dimensions: empty(alert.dimension) ? [] : [{ name: alert.dimension, operator: 'Include', values: ['*'] }]
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      skipQueryValidation: true // a new workspace has not seen these columns yet
      actions: { actionGroups: [operators.id] }
    }
  }
]

@description('The group of people who get the mails.')
output actionGroupResourceId string = operators.id
