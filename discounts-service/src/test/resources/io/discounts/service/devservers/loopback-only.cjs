// Loaded before a server that offers no setting for it: whatever port it listens on, it listens on loopback alone.
const net = require('node:net');

const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function (port, ...rest) {
  const options = typeof port === 'object' ? port : { port };
  return listen.call(this, { ...options, host: '127.0.0.1' }, ...rest);
};
