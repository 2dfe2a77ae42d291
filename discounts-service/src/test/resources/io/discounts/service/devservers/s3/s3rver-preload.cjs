// Loaded before s3rver, which offers no setting for either of these.
const crypto = require('node:crypto');
const account = require('s3rver/lib/models/account');

// It knows one account with keys of its own, and shall take those of the other local servers.
account.DUMMY_ACCOUNT.createKeyPair('local', 'local');

// It enciphers the tokens of listings' pages with DES, which OpenSSL 3 has put away; triple DES with one key thrice is the same.
for (const name of ['createCipheriv', 'createDecipheriv']) {
  const create = crypto[name];
  crypto[name] = (algorithm, key, iv) =>
    algorithm === 'des' ? create('des-ede3-cbc', Buffer.concat([key, key, key]), iv) : create(algorithm, key, iv);
}
