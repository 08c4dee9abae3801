type Kind = {
  readonly status: number;
  /** The same short words for every occurrence. */
  readonly title: string;
  /** What it means and what to do next, unless the occurrence has something more exact to say. */
  readonly detail: string;
};

/** Every way in which the API says no. The code is the contract: add, never rename. */
export const PROBLEMS = {
  // The request itself.
  'malformed-path': {
    status: 400,
    title: 'Malformed path',
    detail: 'The path is not valid percent-encoded UTF-8.',
  },
  'malformed-request': {
    status: 400,
    title: 'Malformed request',
    detail: 'This could not be read as an HTTP request.',
  },
  'request-timeout': {
    status: 408,
    title: 'Request timeout',
    detail: 'The request did not arrive in time; nothing was changed.',
  },
  'head-too-large': {
    status: 431,
    title: 'Head too large',
    detail: 'The address and headers together are longer than 16 KiB.',
  },
  'malformed-json': { status: 400, title: 'Malformed JSON', detail: 'The body is not valid JSON.' },
  'not-found': { status: 404, title: 'Not found', detail: 'There is nothing at this address.' },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    detail: 'This address does not answer this method; the Allow header lists those it does.',
  },
  'body-too-large': {
    status: 413,
    title: 'Body too large',
    detail: 'The body is larger than this address accepts.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Unsupported media type',
    detail: 'Send the body as application/json in UTF-8.',
  },
  'validation-failed': {
    status: 422,
    title: 'Validation failed',
    detail: 'Some values are missing or not acceptable; errors lists each with its path.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    detail: 'Too many requests came from this address. Wait as long as Retry-After says, then repeat.',
  },

  // Idempotency.
  'idempotency-key-required': {
    status: 400,
    title: 'Idempotency key required',
    detail:
      'Send an Idempotency-Key header of 1 to 255 visible ASCII characters, new for each intent, same for each retry.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'Idempotency key reused',
    detail: 'This Idempotency-Key was used with another body. Use a new key for a new intent.',
  },
  'idempotency-key-used': {
    status: 409,
    title: 'Idempotency key used',
    detail:
      'The first attempt with this Idempotency-Key took effect, and its answer held a secret that is not shown again.',
  },
  'request-in-progress': {
    status: 409,
    title: 'Request in progress',
    detail:
      'The first attempt with this Idempotency-Key is still running. Repeat with the same key in a moment.',
  },

  // Who asks.
  unauthenticated: {
    status: 401,
    title: 'Not signed in',
    detail: 'Sign in, or send Authorization: Bearer with a valid API key.',
  },
  forbidden: {
    status: 403,
    title: 'Not allowed',
    detail: 'The role of this credential does not allow this.',
  },
  'cross-origin': {
    status: 403,
    title: 'Cross-origin write',
    detail: 'A write with a session cookie must come from the shop’s own pages.',
  },

  'wrong-credentials': {
    status: 401,
    title: 'Wrong e-mail address or password',
    detail: 'This e-mail address and password do not belong together. Nothing more is told of either.',
  },
  'second-factor-required': {
    status: 401,
    title: 'Second factor required',
    detail: 'The password is right. Send the ticket with a code of the second factor to finish signing in.',
  },
  'wrong-code': {
    status: 401,
    title: 'Wrong code',
    detail: 'This is no code of the second factor, or it was used before. Wait for the next one.',
  },
  'sign-in-expired': {
    status: 401,
    title: 'Sign-in expired',
    detail: 'Too long ago, or the account has changed: begin again with the password.',
  },
  'second-factor-set': {
    status: 409,
    title: 'Second factor set',
    detail: 'There is a second factor already: remove it first.',
  },
  'second-factor-not-begun': {
    status: 409,
    title: 'Second factor not begun',
    detail: 'There is none to confirm: begin by asking for a secret.',
  },
  'session-not-found': { status: 404, title: 'Session not found', detail: 'There is no such session.' },
  'password-link-invalid': {
    status: 404,
    title: 'Link not valid',
    detail: 'This link was used already, is too old, or a newer one was used. Ask for another.',
  },
  'link-invalid': {
    status: 404,
    title: 'Link not valid',
    detail: 'This link was used already, is too old, or another one took its place. Ask for another.',
  },

  // Catalog and stock.
  'product-not-found': {
    status: 404,
    title: 'Product not found',
    detail: 'There is no such product in the shop.',
  },
  'variant-not-found': {
    status: 404,
    title: 'Variant not found',
    detail: 'There is no such variant in the shop.',
  },
  'slug-taken': { status: 409, title: 'Slug taken', detail: 'Something else of the shop has this slug.' },
  'collection-not-found': {
    status: 404,
    title: 'Collection not found',
    detail: 'There is no such collection in the shop.',
  },
  'collection-in-use': {
    status: 409,
    title: 'Collection in use',
    detail:
      'Discount codes that are switched on are for its products; codes names them. Switch them off or change what they are for.',
  },
  'discount-not-found': { status: 404, title: 'Discount not found', detail: 'There is no such discount.' },
  'code-taken': {
    status: 409,
    title: 'Code taken',
    detail: 'Another discount has this code; upper and lower case are the same.',
  },
  'insufficient-stock': {
    status: 409,
    title: 'Not enough in stock',
    detail: 'Fewer units are available than were asked for; nothing was changed.',
  },
  'too-many-images': {
    status: 409,
    title: 'Too many images',
    detail: 'A product has 50 pictures at most. Remove one first.',
  },
  'stock-take-not-found': {
    status: 404,
    title: 'Stock take not found',
    detail: 'There is no such count.',
  },
  'stock-take-applied': {
    status: 409,
    title: 'Stock take applied',
    detail: 'This count was taken over into the stock already. Upload a new one to correct it.',
  },
  'stock-not-counted': {
    status: 409,
    title: 'Stock is not counted',
    detail: 'This variant is not counted, so there is no level to change. Set a level first.',
  },

  // Cart, checkout, order.
  'cart-not-found': {
    status: 404,
    title: 'Cart not found',
    detail: 'There is no such cart. Start a new one.',
  },
  'cart-already-ordered': {
    status: 409,
    title: 'Cart already ordered',
    detail: 'This cart became an order already; orderId names it.',
  },
  'out-of-stock': {
    status: 409,
    title: 'Out of stock',
    detail: 'Not all of this is available any more; nothing was held. errors says what is left of each line.',
  },
  'price-changed': {
    status: 409,
    title: 'Price changed',
    detail: 'The total differs from the expected one; nothing was held. quote holds the total as it is now.',
  },
  'drop-not-open': { status: 409, title: 'Drop not open', detail: 'The drop that sells this is not open.' },
  'admission-required': {
    status: 403,
    title: 'Admission required',
    detail: 'This drop has a waiting room. Send the admission token in X-Drop-Admission.',
  },
  'admission-expired': {
    status: 403,
    title: 'Admission expired',
    detail: 'The admission to this drop is over. Queue again.',
  },
  'purchase-limit': {
    status: 409,
    title: 'Purchase limit reached',
    detail: 'This drop sells fewer units to one buyer; nothing was held.',
  },
  'order-not-found': {
    status: 404,
    title: 'Order not found',
    detail: 'There is no such order, or the order token is missing or wrong.',
  },
  'invalid-transition': {
    status: 409,
    title: 'Not possible in this state',
    detail: 'The order is in a state from which this does not go.',
  },

  'order-partly-sent': {
    status: 409,
    title: 'Partly sent',
    detail: 'A parcel of this order is on its way. Refund what was not sent instead of cancelling.',
  },
  'product-not-in-collection': {
    status: 404,
    title: 'Not in the collection',
    detail: 'There is no such product in this collection.',
  },
  'not-arranged-by-hand': {
    status: 409,
    title: 'Not arranged by hand',
    detail: 'This collection is sorted by itself. Set its sort to manual first.',
  },
  'parcel-not-found': {
    status: 404,
    title: 'Parcel not found',
    detail: 'This order has no parcel with this id; it may have been taken back.',
  },
  'parcel-returned': {
    status: 409,
    title: 'Units of it came back',
    detail:
      'Units of this parcel are coming back, or came: it was sent. Say first that the return will not come.',
  },
  'return-not-found': {
    status: 404,
    title: 'Return not found',
    detail: 'This order has no return with this id.',
  },
  'mail-not-found': {
    status: 404,
    title: 'Mail not found',
    detail: 'This order has had no mail with this id.',
  },
  'view-not-found': {
    status: 404,
    title: 'View not found',
    detail: 'There is no saved view with this id.',
  },
  'view-name-taken': {
    status: 409,
    title: 'Name taken',
    detail: 'There is a saved view of this name already.',
  },
  'note-not-found': {
    status: 404,
    title: 'Note not found',
    detail: 'There is no note with this id about this customer.',
  },
  'refund-in-progress': {
    status: 409,
    title: 'Refund in progress',
    detail: 'Money of this order is on its way back. Read the order in a moment, then decide.',
  },
  'refund-too-large': {
    status: 409,
    title: 'Refund too large',
    detail:
      'This is more than can still be given back; refundable says how much that is. Nothing was refunded.',
  },
  'refund-refused': {
    status: 409,
    title: 'Refund refused',
    detail: 'The payment provider refused to give this back; the order is as it was.',
  },

  // Payment.
  'payment-declined': {
    status: 402,
    title: 'Payment declined',
    detail:
      'The payment was declined. The order is still held; try again or pay another way before it expires.',
  },
  'payment-in-progress': {
    status: 409,
    title: 'Payment in progress',
    detail: 'A payment of this order is already being tried. Read the order in a moment.',
  },
  'payment-timeout': {
    status: 504,
    title: 'Payment provider did not answer',
    detail:
      'The provider did not answer in time. The payment will be settled either way; read the order, do not pay again.',
  },

  'invalid-signature': {
    status: 401,
    title: 'Signature not valid',
    detail: 'This was not signed by the payment provider.',
  },

  // What a merchant sets up.
  'content-not-found': {
    status: 404,
    title: 'Content not found',
    detail: 'There is no such page, or not in this language.',
  },
  'content-changed': {
    status: 409,
    title: 'Content changed',
    detail: 'Somebody else has changed this page meanwhile. Read it again before you save.',
  },
  'currency-in-use': {
    status: 409,
    title: 'Currency in use',
    detail: 'There are prices, orders or discounts in the present currency, and nobody would convert them.',
  },
  'shipping-zone-not-found': {
    status: 404,
    title: 'Shipping zone not found',
    detail: 'There is no such shipping zone.',
  },
  'country-taken': {
    status: 409,
    title: 'Country in another zone',
    detail: 'A country or region of the list lies in another zone; take it out there first.',
  },
  'tax-rate-not-found': { status: 404, title: 'Tax rate not found', detail: 'There is no such tax rate.' },
  'tax-rate-exists': {
    status: 409,
    title: 'Tax rate exists',
    detail: 'This place has a rate for this tax class already; change that one.',
  },

  // Customers.
  'customer-not-found': {
    status: 404,
    title: 'Customer not found',
    detail: 'There is no such customer, or what was personal of them was erased.',
  },
  'address-not-found': {
    status: 404,
    title: 'Address not found',
    detail: 'There is no such address in this account.',
  },
  'too-many-addresses': {
    status: 409,
    title: 'Too many addresses',
    detail: 'An account keeps at most 10 addresses. Remove one first.',
  },
  'orders-open': {
    status: 409,
    title: 'Orders are under way',
    detail:
      'An order is still being paid for, sent or given back, and the shop needs to know to whom; orders lists the latest. Nothing was erased.',
  },

  // Staff.
  'staff-not-found': {
    status: 404,
    title: 'Staff member not found',
    detail: 'Nobody of this id works here.',
  },
  'email-taken': {
    status: 409,
    title: 'E-mail address taken',
    detail: 'Somebody else has this e-mail address already.',
  },
  'invitation-accepted': {
    status: 409,
    title: 'Invitation accepted',
    detail: 'They have chosen a password already; they can ask for a new one by mail.',
  },
  'staff-disabled': {
    status: 409,
    title: 'Member disabled',
    detail: 'Whoever may not sign in is not invited: enable them first.',
  },
  'last-owner': {
    status: 409,
    title: 'Last owner',
    detail: 'A shop needs an owner who can sign in: make somebody else one first.',
  },
  'import-not-found': { status: 404, title: 'Import not found', detail: 'There is no such import.' },
  'api-key-not-found': { status: 404, title: 'API key not found', detail: 'There is no such API key.' },

  // Webhooks.
  'webhook-not-found': { status: 404, title: 'Webhook not found', detail: 'There is no such webhook.' },
  'webhook-delivery-not-found': {
    status: 404,
    title: 'Delivery not found',
    detail: 'There is no such delivery; they are kept for 30 days.',
  },
  'webhook-disabled': {
    status: 409,
    title: 'Webhook switched off',
    detail: 'Nothing is sent to an address that is switched off. Switch it on first.',
  },
  'too-many-webhooks': {
    status: 409,
    title: 'Too many webhooks',
    detail: 'A shop has at most 20 webhooks. Remove one first.',
  },

  // Reports.
  'report-not-found': {
    status: 404,
    title: 'Report not found',
    detail: 'There is no such report; after 30 days they are forgotten.',
  },
  'run-not-found': {
    status: 404,
    title: 'Run not found',
    detail: 'There is no such run, or its function is gone; runs are forgotten after 7 days.',
  },
  'run-ended': {
    status: 409,
    title: 'Run ended',
    detail: 'The run has ended; there is nothing left to cancel.',
  },
  'jobs-elsewhere': {
    status: 409,
    title: 'Jobs are elsewhere',
    detail: 'The jobs are run by another server than the shop’s own; its dashboard shows them.',
  },
  'schedule-not-found': {
    status: 404,
    title: 'Schedule not found',
    detail: 'There is no such schedule, or it is of a report that your role may not see.',
  },
  'report-not-ready': {
    status: 409,
    title: 'Report not ready',
    detail: 'The report has no file: it is still being built, or it failed. Read the report to see which.',
  },
  'range-not-satisfiable': {
    status: 416,
    title: 'Range not satisfiable',
    detail: 'The file has no such bytes; Content-Range says how many it has.',
  },

  // The shop itself.
  'internal-error': {
    status: 500,
    title: 'Internal error',
    detail: 'Something went wrong on our side. It was logged under the request id.',
  },
  'temporarily-unavailable': {
    status: 503,
    title: 'Temporarily unavailable',
    detail: 'The shop cannot answer right now, and nothing was changed. Repeat after Retry-After.',
  },
  'outcome-unknown': {
    status: 504,
    title: 'Outcome unknown',
    detail:
      'The answer was lost on the way: it may have taken effect. Repeat with the same Idempotency-Key and learn which.',
  },
} as const satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof PROBLEMS;
