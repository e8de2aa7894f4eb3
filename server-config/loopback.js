// Lets every server of a Node program listen on 127.0.0.1, whatever the program asks for:
// node --require server-config/loopback.js …
'use strict';

const net = require('node:net');
const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function (where, ...rest) {
  const options = typeof where === 'object' && where !== null ? where : { port: where };
  const done = rest.find((argument) => typeof argument === 'function');
  return listen.call(this, { ...options, host: '127.0.0.1' }, done);
};
