// Loaded into the storage emulator by DeadlineDay.cs: a share of the calls fails, drawn from a seed. Half of them are answered 503 before
// anything is done; of the other half the answer is lost after everything was done, as when a connection breaks.
// PUT /-/failures?share=0.01&seed=7 begins it, GET /-/failures tells how many calls there were and how many failed.
const http = require('node:http')

let share = 0
let state = 0
const counts = { calls: 0, refused: 0, lost: 0 }

// mulberry32: 0 up to 1.
function draw () {
  state = (state + 0x6D2B79F5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

function control (request, response) {
  if (request.method === 'PUT') {
    const query = new URL(request.url, 'http://localhost').searchParams
    share = Number(query.get('share'))
    state = Number(query.get('seed')) | 0
    counts.calls = counts.refused = counts.lost = 0
  }
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(counts))
}

// As the services do it: tables in JSON, blobs in XML. Once the body is there: who answers before it has read leaves a connection that nobody can use.
function refuse (request, response) {
  const isTable = request.headers.dataserviceversion !== undefined || request.url.includes('$batch')
  const [type, body] = isTable
    ? ['application/json', JSON.stringify({ 'odata.error': { code: 'ServerBusy', message: { lang: 'en-US', value: 'The server is busy.' } } })]
    : ['application/xml', '<?xml version="1.0" encoding="utf-8"?><Error><Code>ServerBusy</Code><Message>The server is busy.</Message></Error>']
  request.resume().once('end', () => response.writeHead(503, { 'Content-Type': type, 'x-ms-error-code': 'ServerBusy' }).end(body))
}

function lose (request, response) {
  response.write = (...args) => {
    if (typeof args.at(-1) === 'function') process.nextTick(args.at(-1))
    return true
  }
  response.end = () => {
    request.socket.destroy()
    return response
  }
}

const emit = http.Server.prototype.emit
http.Server.prototype.emit = function (event, request, response) {
  if (event !== 'request') return emit.apply(this, arguments)
  if (request.url.startsWith('/-/failures')) {
    control(request, response)
    return true
  }
  counts.calls++
  if (share > 0 && draw() < share) {
    if (draw() < 0.5) {
      counts.refused++
      refuse(request, response)
      return true
    }
    counts.lost++
    lose(request, response)
  }
  return emit.apply(this, arguments)
}
