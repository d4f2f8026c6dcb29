import { NextRequest } from "next/server";
import { publicOrigin } from "@/app/api/voice/_line/origin";
import { handlers } from "@/lib/auth/auth";

type Handler = (request: NextRequest) => Promise<Response>;

/**
 * Behind a proxy a request's own address is an inner one, and next-auth would send people there, or name it to Google: it
 * is given the address that the browser asked, as it works that out by itself where signing in begins.
 */
const asAsked =
  (handler: Handler): Handler =>
  (request) => {
    const { href, origin } = request.nextUrl;
    return handler(new NextRequest(href.replace(origin, publicOrigin(request, {})), request));
  };

export const GET = asAsked(handlers.GET);
export const POST = asAsked(handlers.POST);
