import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

export interface ReceivedMail {
  to: string[];
  /** As it was sent: headers, an empty line, the text. */
  source: string;
  subject: string;
  /** With the line ends and long lines that its encoding has cut put together again. */
  text: string;
}

export interface MailServer {
  /** For SMTP_URL. */
  url: string;
  /** Everything that has been received, oldest first. */
  received: ReceivedMail[];
  /** Whether it takes e-mails, turns them away, asks to come back later, says nothing at all, or takes them and breaks off. */
  behave(as: "well" | "refusing" | "busy" | "silent" | "cut"): void;
  /** Waits for an e-mail to an address, however many have come before; throws when none comes. */
  next(to: string): Promise<ReceivedMail>;
  /** As good as new: well-behaved, and empty. */
  heal(): void;
  close(): Promise<void>;
}

const waitMilliseconds = 10_000;

/** A mail server that keeps what it is given: as much of SMTP (RFC 5321) as a client needs to hand over an e-mail. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let behaviour: Parameters<MailServer["behave"]>[0] = "well";
  let arrived = () => {};

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A client that gives up hangs up.
    socket.on("error", () => socket.destroy());
    if (behaviour === "silent") return;
    const say = (line: string) => socket.write(`${line}\r\n`);
    let to: string[] = [];
    let data: string[] | null = null;
    say("220 mail.example ESMTP");
    createInterface({ input: socket }).on("line", (line) => {
      if (data) {
        if (line !== ".") return void data.push(line.replace(/^\.\./, "."));
        received.push(readMail(to, data.join("\n")));
        arrived();
        data = null;
        to = [];
        return behaviour === "cut" ? void socket.destroy() : say("250 Kept");
      }
      const command = line.slice(0, 4).toUpperCase();
      // Whoever has a password gives it only where it is asked for (RFC 4954, 3).
      if (command === "EHLO") return say("250-mail.example\r\n250 AUTH PLAIN");
      if (command === "AUTH" && behaviour === "refusing") return say("535 Nobody of that name and password");
      if (command === "RCPT") {
        if (behaviour === "refusing") return say("550 Nobody of that name");
        if (behaviour === "busy") return say("451 Come back later");
        to.push(/<(.*)>/.exec(line)?.[1] ?? "");
        return say("250 Yes");
      }
      if (command === "DATA") {
        data = [];
        return say("354 Go on");
      }
      if (command === "QUIT") {
        say("221 Bye");
        return socket.end();
      }
      say("250 Yes");
    });
  });

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The mail server has no port.");
  const taken = new Set<ReceivedMail>();
  const take = (to: string) => {
    const mail = received.find((one) => one.to.includes(to) && !taken.has(one));
    if (mail) taken.add(mail);
    return mail;
  };
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    behave: (as) => {
      behaviour = as;
    },
    heal: () => {
      behaviour = "well";
      received.length = 0;
    },
    next: async (to) => {
      const deadline = Date.now() + waitMilliseconds;
      for (;;) {
        const mail = take(to);
        if (mail) return mail;
        const left = deadline - Date.now();
        if (left <= 0) throw new Error(`No e-mail came to ${to}.`);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left);
          const before = arrived;
          arrived = () => {
            clearTimeout(timer);
            before();
            resolve();
          };
        });
      }
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function readMail(to: string[], source: string): ReceivedMail {
  const [head = "", ...rest] = source.split("\n\n");
  const body = rest.join("\n\n");
  const isQuoted = /^content-transfer-encoding: *quoted-printable/im.test(head);
  return {
    to,
    source,
    subject: /^subject: *(.*)$/im.exec(head)?.[1] ?? "",
    text: isQuoted ? readQuoted(body) : body,
  };
}

/** Quoted-printable (RFC 2045, 6.7). */
const readQuoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
