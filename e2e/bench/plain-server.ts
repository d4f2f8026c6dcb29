import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The least that Node.js can do for a request: what is left is the machine's, the network's and the load's own. */
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { "content-type": "text/plain", "content-length": 3 }).end("ok\n");
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
