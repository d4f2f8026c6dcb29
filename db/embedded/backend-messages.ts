import { PostgresError } from "./postgres-error";

/** A result column, under the names that Neon's answers use. */
export type Field = {
  name: string;
  dataTypeID: number;
  tableID: number;
  columnID: number;
  dataTypeSize: number;
  dataTypeModifier: number;
  format: "text";
};

export type Row = (string | null)[];

/** I: idle. T: inside a transaction. E: inside a failed one. */
export type TransactionStatus = "I" | "T" | "E";

export type BackendMessage =
  | { type: "bound" | "noRows" }
  | { type: "fields"; fields: Field[] }
  | { type: "row"; row: Row }
  /** The tag is empty for a query without a statement in it. */
  | { type: "complete"; tag: string }
  | { type: "error"; error: PostgresError }
  | { type: "ready"; status: TransactionStatus };

const headerBytes = 5;

/**
 * Reads what Postgres answered to one round of messages. Notices, parameter descriptions and the
 * like, which Neon's answers leave out, are passed over.
 * Source: "Message Formats" in the PostgreSQL manual.
 */
export function readBackendMessages(bytes: Buffer): BackendMessage[] {
  const messages: BackendMessage[] = [];
  for (let offset = 0; offset + headerBytes <= bytes.length; ) {
    const type = String.fromCharCode(bytes.readUInt8(offset));
    const end = offset + 1 + bytes.readInt32BE(offset + 1);
    const message = readMessage(type, bytes, offset + headerBytes, end);
    if (message !== null) messages.push(message);
    offset = end;
  }
  return messages;
}

function readMessage(type: string, bytes: Buffer, start: number, end: number): BackendMessage | null {
  switch (type) {
    case "D":
      return { type: "row", row: readRow(bytes, start) };
    case "C":
      return { type: "complete", tag: bytes.toString("latin1", start, end - 1) };
    case "2":
      return { type: "bound" };
    case "T":
      return { type: "fields", fields: readFields(bytes, start) };
    case "n":
      return { type: "noRows" };
    case "I":
      return { type: "complete", tag: "" };
    case "E":
      return { type: "error", error: PostgresError.fromWire(readErrorFields(bytes, start)) };
    case "Z":
      return { type: "ready", status: bytes.toString("latin1", start, start + 1) as TransactionStatus };
    default:
      return null;
  }
}

function readRow(bytes: Buffer, start: number): Row {
  const row: Row = new Array(bytes.readUInt16BE(start));
  let offset = start + 2;
  for (let column = 0; column < row.length; column++) {
    const length = bytes.readInt32BE(offset);
    offset += 4;
    row[column] = length < 0 ? null : bytes.toString("utf8", offset, offset + length);
    offset += Math.max(length, 0);
  }
  return row;
}

function readFields(bytes: Buffer, start: number): Field[] {
  const fields: Field[] = new Array(bytes.readUInt16BE(start));
  let offset = start + 2;
  for (let column = 0; column < fields.length; column++) {
    const nameEnd = bytes.indexOf(0, offset);
    fields[column] = {
      name: bytes.toString("utf8", offset, nameEnd),
      tableID: bytes.readUInt32BE(nameEnd + 1),
      columnID: bytes.readInt16BE(nameEnd + 5),
      dataTypeID: bytes.readUInt32BE(nameEnd + 7),
      dataTypeSize: bytes.readInt16BE(nameEnd + 11),
      dataTypeModifier: bytes.readInt32BE(nameEnd + 13),
      format: "text",
    };
    offset = nameEnd + 19;
  }
  return fields;
}

function readErrorFields(bytes: Buffer, start: number): Map<string, string> {
  const byLetter = new Map<string, string>();
  let offset = start;
  while (bytes.readUInt8(offset) !== 0) {
    const end = bytes.indexOf(0, offset + 1);
    byLetter.set(String.fromCharCode(bytes.readUInt8(offset)), bytes.toString("utf8", offset + 1, end));
    offset = end + 1;
  }
  return byLetter;
}
