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

// Each record put hashes all records of its shard again: 20,000 take two minutes. Records never change, so one hash
// each is enough, and they take 20 seconds. In a version without this text, nothing is replaced.
const HASH_OF_A_RECORD = 'return $m_s_util_hashing_MurmurHash3$().Q(this, (-171008355), true);';
Module._extensions['.js'] = (module, file) => {
  const source = readFileSync(file, 'utf8');
  module._compile(source.replace(HASH_OF_A_RECORD, () => HASH_OF_A_RECORD.replace('return', 'return this.$hash ??=')), file);
};
