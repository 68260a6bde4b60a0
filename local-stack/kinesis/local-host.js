// Loaded into kinesis-local before it starts (node -r): listens on this machine alone, says when it
// is ready, ends with its launcher, and never leaves half a file behind.
'use strict';

const fs = require('fs');
const Module = require('module');
const net = require('net');

const HOST = '127.0.0.1';

// Standard output has the ready line alone; the log goes with the errors.
console.log = console.error;
console.info = console.error;

// Nobody uses TLS here, but it cannot be left out: it takes any free port. This tells the two apart.
process.env.KINESIS_MOCK_TLS_PORT = '1';

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  const isPlain = String(port) === process.env.KINESIS_MOCK_PLAIN_PORT;
  if (isPlain) {
    this.once('listening', () => {
      const endpoint = `http://${HOST}:${this.address().port}`;
      process.stdout.write(`ready ${JSON.stringify({ kinesis: endpoint })}\n`);
    });
  }
  return listen.call(this, { host: HOST, port: isPlain ? Number(port) : 0 }, ...rest);
};

// A terminal sends Ctrl-C to all processes at once; the launcher stops them in order, by SIGTERM.
const on = process.on;
process.on = function (event, listener) {
  return event === 'SIGINT' ? this : on.call(this, event, listener);
};
on.call(process, 'SIGINT', () => {});
on.call(process, 'SIGHUP', () => {});

// The system closes this pipe when the launcher ends, however it ends.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();

// The data is written anew each time: who is killed meanwhile must find the old data. All at once,
// as the process may end as soon as the last byte is handed over.
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
