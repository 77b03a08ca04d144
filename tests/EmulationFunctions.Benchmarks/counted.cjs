// Loaded into the storage emulator by Emulator.cs: counts requests, and the rounds they come in, at which none was open when one came.
// GET /calls?delay=N answers both counts, and lets each later request wait N ms before it is looked at, so that those of one round meet.
const http = require('node:http')

let calls = 0
let rounds = 0
let open = 0
let delay = 0

const emit = http.Server.prototype.emit
http.Server.prototype.emit = function (event, request, response) {
  if (event !== 'request') return emit.apply(this, arguments)
  const asked = /^\/calls\?delay=(\d+)$/.exec(request.url)
  if (asked !== null) {
    delay = Number(asked[1])
    response.end(`${calls} ${rounds}`)
    return true
  }
  calls++
  if (open++ === 0) rounds++
  response.once('close', () => open--)
  if (delay === 0) return emit.apply(this, arguments)
  setTimeout(() => emit.apply(this, arguments), delay)
  return true
}
