// Loaded into every emulator before its own code (node --require).
// It ends with the process that started it, also when that one is killed: its standard input is then closed. The end is gentle,
// on Windows too: the emulator's own SIGTERM handler runs and saves what there is to save.
// Ctrl-C in a terminal reaches every process of the group; who started the emulator decides when it ends, so it is ignored here.
const net = require('node:net')
const http = require('node:http')

for (const name of ['on', 'once', 'addListener']) {
  const add = process[name]
  process[name] = function (event, listener) {
    return event === 'SIGINT' ? this : add.call(this, event, listener)
  }
}
process.prependListener('SIGINT', () => {})

process.stdin.on('error', () => {})
process.stdin.on('close', () => {
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(0)
})
process.stdin.resume()

// Which port the system chose: not every emulator says it.
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (...args) {
  this.once('listening', () => {
    console.log(`listening ${this instanceof http.Server ? 'http' : 'tcp'} ${this.address().port}`)
  })
  return listen.apply(this, args)
}
