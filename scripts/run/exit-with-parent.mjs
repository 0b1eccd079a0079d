// Loaded into each server (`node --import`): a server whose supervisor is gone, however that went, ends as if it had
// been asked to. Otherwise it would go on holding the data folder and the port.
if (process.channel) {
  process.channel.unref()
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
