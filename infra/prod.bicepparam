using 'main.bicep'

// One province.
param environmentName = 'prod'
param apiClientId = readEnvironmentVariable('EMULATION_API_CLIENT_ID')
param alertAddresses = split(readEnvironmentVariable('EMULATION_ALERT_ADDRESSES'), ',')
param deployerPrincipalId = readEnvironmentVariable('EMULATION_DEPLOYER_PRINCIPAL_ID', '')
param officeGroupId = readEnvironmentVariable('EMULATION_OFFICE_GROUP_ID', '')
param mailing = {
  domain: readEnvironmentVariable('EMULATION_MAIL_DOMAIN', '')
  domainVerified: bool(readEnvironmentVariable('EMULATION_MAIL_DOMAIN_VERIFIED', 'false'))
}
param keeping = {
  evidenceDays: 1825 // five years: the longest that an award can be looked at again
  sealDays: 3650
  backupDays: 400 // a whole year and a month to notice
  logDays: 90
  deletedDays: 30
}
param zoneRedundant = true
param geoRedundant = true
param malwareScanning = true
param monthlyBudget = 200
