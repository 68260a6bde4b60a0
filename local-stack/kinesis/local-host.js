// Loaded into kinesis-local before it starts (node -r): makes it listen on this machine alone, and
// never leave half a file behind.
'use strict';

const fs = require('fs');
const Module = require('module');
const net = require('net');

const HOST = '127.0.0.1';

// Nobody uses TLS here, but it cannot be switched off: it gets any free port. The value 1 marks it.
process.env.KINESIS_MOCK_TLS_PORT = '1';

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  const isPlain = String(port) === process.env.KINESIS_MOCK_PLAIN_PORT;
  return listen.call(this, { host: HOST, port: isPlain ? Number(port) : 0 }, ...rest);
};

// The whole data is written each time. A kill in between must leave the old data, so a new file
// replaces it. Synchronously, as the process may end as soon as the last byte is handed over.
const createWriteStream = fs.createWriteStream;
fs.createWriteStream = function (path, options) {
  const partial = `${path}.partial`;
  const close = (fd, done) => {
    try {
      fs.fsyncSync(fd);
      fs.closeSync(fd);
      if (stream.writableFinished) {
        fs.renameSync(partial, path);
      }
      done();
    } catch (failure) {
      done(failure);
    }
  };
  const stream = createWriteStream.call(fs, partial, { ...options, fs: { ...fs, close } });
  return stream;
};

// With each call it computes the hash of all records that it has, though a record never changes: what
// is remembered makes that a tenth of the work. Where the text is another one, nothing is remembered.
const RECORD_HASH = new RegExp(
  /(\$c_Lkinesis_mock_models_KinesisRecord\.prototype = [^]*?\$p\.g = \(function\(\) \{\s*return )/.source +
    /(\$m_s_util_hashing_MurmurHash3\$\(\)\.Q\(this, \(-?\d+\), true\));/.source,
);
const compile = Module.prototype._compile;
Module.prototype._compile = function (source, file) {
  return compile.call(this, source.replace(RECORD_HASH, '$1(this.knownHash ??= $2);'), file);
};
