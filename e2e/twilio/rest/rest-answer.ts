export interface RestAnswer {
  status: number;
  /** Bytes are sent as they are, anything else as JSON. */
  body: object | Buffer | null;
  headers?: Record<string, string>;
}

/** Twilio's error shape. */
export const refuse = (status: number, code: number, message: string): RestAnswer => ({
  status,
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});

/** As Twilio writes a date: "Fri, 14 Oct 2016 21:56:34 +0000". */
export const rfc2822 = (date: Date): string => date.toUTCString().replace("GMT", "+0000");
