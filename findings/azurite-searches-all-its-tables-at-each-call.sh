#!/usr/bin/env bash
# azurite 3.35.0, called by @azure/data-tables 13.3.2 (npm)
#
# Guess:  a call of one table costs the same however many other tables the emulator holds, so one emulator in memory can serve
#         a whole suite in which every test has an account and tables of its own.
# Seen:   at each call the emulator looks for the table among all tables of all accounts, one after the other: with 30,000
#         empty tables beside it, reading one row takes several times as long as with none. Deleted tables do not count.
# Matter: a suite of thousands of tests slows down towards its end, on the one core that the emulator has. Start another
#         emulator after some hundred accounts, or take tables away again.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "$emulator" 2> /dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
emulator=

npm install --no-audit --no-fund --ignore-scripts azurite@3.35.0 @azure/data-tables@13.3.2 > installed.txt 2>&1
port=$(node -e 'const server = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(server.address().port); server.close() })')
node node_modules/azurite/dist/src/table/main.js --inMemoryPersistence --silent --disableTelemetry --tablePort "$port" > said.txt 2>&1 &
emulator=$!
for _ in $(seq 300); do grep -q 'successfully listening' said.txt && break; sleep 0.1; done

cat > measure.mjs <<'PROGRAM'
import { TableClient, TableServiceClient, AzureNamedKeyCredential } from '@azure/data-tables'

const name = 'devstoreaccount1'
const key = new AzureNamedKeyCredential(name, 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==')
const address = process.argv[2]
const options = { allowInsecureConnection: true }
const service = new TableServiceClient(address, key, options)
const table = new TableClient(address, 'Zlast', key, options)

async function milliseconds() {
  const times = []
  for (let read = 0; read < 300; read++) {
    const start = performance.now()
    await table.getEntity('p', 'r')
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[150]
}

async function make(prefix, count) {
  for (let made = 0; made < count; made += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, one) => service.createTable(`${prefix}${made + one}`)))
  }
}

await make('few', 50)
await service.createTable('Zlast')
await table.createEntity({ partitionKey: 'p', rowKey: 'r' })
await milliseconds()
const alone = await milliseconds()
await service.deleteTable('Zlast')
await make('many', 30000)
await service.createTable('Zlast')
await table.createEntity({ partitionKey: 'p', rowKey: 'r' })
const among = await milliseconds()
console.log(`one row read in ${alone.toFixed(2)} ms among 50 tables, in ${among.toFixed(2)} ms among 30,050: ${among > 1.5 * alone ? 'slower with each table' : 'the same'}`)
PROGRAM
seen=$(node measure.mjs "http://127.0.0.1:$port/devstoreaccount1")
echo "$seen"
grep -q 'slower with each table' <<< "$seen"
