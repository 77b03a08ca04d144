// Loaded into the storage emulator by Emulator.cs. For every query the emulator looks through the whole table, so that it gets slower with
// every row of other years and other blocs. The table service looks into the partition that the query names; so does this.
const path = require('node:path')

const store = require(path.join(process.env.AZURITE_FOLDER, 'dist', 'src', 'table', 'persistence', 'LokiTableMetadataStore.js')).default.prototype
const query = store.queryTableEntities
store.queryTableEntities = function (context, account, table, options, ...rest) {
  const partition = /^PartitionKey eq '((?:[^']|'')*)'/.exec(options.filter ?? '')?.[1].replaceAll("''", "'")
  if (partition === undefined) return query.call(this, context, account, table, options, ...rest)
  const narrowed = Object.create(this, {
    getEntityCollection: { value: (...names) => ({ chain: () => this.getEntityCollection(...names).chain().find({ PartitionKey: partition }) }) }
  })
  return query.call(narrowed, context, account, table, options, ...rest)
}
