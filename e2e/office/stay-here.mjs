import { Socket } from "node:net";

/**
 * Loaded before the app that the tests start, by Node's `--import`: whatever it opens a connection to that is not this
 * machine is refused, and told of on stderr, where `start-app.ts` reads it. So no test leaves the machine, and none comes
 * out differently where there is a network and where there is none.
 */

/** Source: RFC 6890, 2.2.2 and 2.2.3, the loopback blocks; "localhost" is RFC 6761, 6.3. */
const isHere = (host) => /^(?:localhost|127(?:\.\d+){3}|::1|::ffff:127(?:\.\d+){3})$/i.test(host);

/** `net.connect` and `tls.connect` bring their words in order, in a list; whoever calls the method itself need not. */
function whereTo(words) {
  const [first, second] = Array.isArray(words[0]) ? words[0] : words;
  if (typeof first === "object" && first !== null)
    return { path: first.path, host: first.host || "localhost" };
  const isPath = typeof first === "string" && Number.isNaN(Number(first));
  return { path: isPath ? first : undefined, host: typeof second === "string" ? second : "localhost" };
}

const connect = Socket.prototype.connect;

Socket.prototype.connect = function connectHere(...words) {
  const { path, host } = whereTo(words);
  if (path || isHere(host)) return connect.apply(this, words);
  process.stderr.write(`refused to leave the machine for ${host}\n`);
  const error = Object.assign(new Error(`connect ECONNREFUSED ${host}`), { code: "ECONNREFUSED" });
  process.nextTick(() => this.destroy(error));
  return this;
};
