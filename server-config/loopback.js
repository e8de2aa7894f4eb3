// Lets every server of a Node program listen on 127.0.0.1, whatever the program asks for:
// node --require server-config/loopback.js …
'use strict';

const net = require('node:net');
const listen = net.Server.prototype.listen;

// Node forgets the addresses of a connection that was ended. kinesis-local asks for them when it
// comes to a connection, and stops listening where a client that got tired of waiting is gone.
const addresses = { localAddress: '127.0.0.1', localPort: 0, remoteAddress: '127.0.0.1', remotePort: 0 };

function keepAddresses(socket) {
  for (const [name, unknown] of Object.entries(addresses)) {
    Object.defineProperty(socket, name, { value: socket[name] ?? unknown });
  }
}

net.Server.prototype.listen = function (where, ...rest) {
  const options = typeof where === 'object' && where !== null ? where : { port: where };
  const done = rest.find((argument) => typeof argument === 'function');
  this.prependListener('connection', keepAddresses);
  return listen.call(this, { ...options, host: '127.0.0.1' }, done);
};
