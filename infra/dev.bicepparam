using 'main.bicep'

// A place to try things: nothing is kept long, nothing is locked, Azure's own mail domain.
param environmentName = 'dev'
param apiClientId = readEnvironmentVariable('EMULATION_API_CLIENT_ID')
param alertAddresses = split(readEnvironmentVariable('EMULATION_ALERT_ADDRESSES'), ',')
param deployerPrincipalId = readEnvironmentVariable('EMULATION_DEPLOYER_PRINCIPAL_ID', '')
param officeGroupId = readEnvironmentVariable('EMULATION_OFFICE_GROUP_ID', '')
param keeping = {
  evidenceDays: 1
  sealDays: 1
  backupDays: 7
  logDays: 30
  deletedDays: 7
}
param locked = false
