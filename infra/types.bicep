metadata name = 'Types'
metadata description = 'The parameter types that several files share.'

@export()
@description('How mail is sent.')
type mailingType = {
  @description('Optional. Own domain that mails come from, such as mail.example.gov.vn. Without it: a domain that Azure gives, 10 mails an hour.')
  domain: string?

  @description('Optional. The part before the @. Only with a domain of its own.')
  userName: string?

  @description('Optional. The name of the office: people see it as the sender, and above and below every letter.')
  displayName: string?

  @description('Optional. How the office is reached, in one line, in the letters: telephone, address, room. Not a person.')
  contact: string?

  @description('Optional. True once the DNS records of the domain are verified. Linking an unverified domain fails.')
  domainVerified: bool?

  @description('Optional. Where mail data rests. It cannot be changed later.')
  dataLocation: string?

  @description('Optional. Mails a minute. Default: what Azure allows for the kind of domain.')
  perMinute: int?

  @description('Optional. Mails an hour. Default: what Azure allows for the kind of domain.')
  perHour: int?
}

@export()
@description('How long things are kept.')
type keepingType = {
  @description('Required. Days that a submitted evidence file cannot be changed or deleted. Zero: no such policy.')
  @minValue(0)
  @maxValue(7300)
  evidenceDays: int

  @description('Required. Days that a seal over the audit cannot be changed or deleted.')
  @minValue(1)
  @maxValue(7300)
  sealDays: int

  @description('Required. Days that a backup cannot be changed or deleted. It is deleted a month later.')
  @minValue(1)
  @maxValue(7300)
  backupDays: int

  @description('Required. Days that logs are kept.')
  @minValue(30)
  @maxValue(730)
  logDays: int

  @description('Required. Days in which a deleted blob, version or container can be brought back.')
  @minValue(7)
  @maxValue(365)
  deletedDays: int
}

@export()
@description('Size of the app.')
type scaleType = {
  @description('Required. Memory of an instance.')
  instanceMemoryMB: 512 | 2048 | 4096

  @description('Required. Largest number of instances. It caps a runaway, not a bill.')
  @minValue(40)
  @maxValue(1000)
  maximumInstanceCount: int

  @description('Required. Instances that are always warm. With zone redundancy at least 2, or 0.')
  @minValue(0)
  @maxValue(20)
  alwaysReadyInstances: int

  @description('Required. HTTP requests that one instance serves at once.')
  @minValue(1)
  @maxValue(1000)
  requestsPerInstance: int
}
