// Loaded before kinesis-local, which offers no setting for either of these.
const Module = require('node:module');
const { readFileSync } = require('node:fs');
const net = require('node:net');

// Whatever port it listens on, it listens on loopback alone.
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  const options = typeof port === 'object' ? port : { port };
  return listen.call(this, { ...options, host: '127.0.0.1' }, ...rest);
};

// Each record put is filed under its shard and all records of it, which hashes them all again: the more a shard holds, the
// slower. Its shard's hash says as much. In a version without this text, nothing is replaced.
const KEY_OF_A_RECORD = 'var key = $ct_T2__O__O__(new $c_T2(), elem.ev, elem.e2);';
Module._extensions['.js'] = (module, file) => {
  const source = readFileSync(file, 'utf8');
  module._compile(source.replace(KEY_OF_A_RECORD, (key) => `${key} key.g = () => elem.ev.g();`), file);
};
