/**
 * Who may call whom. This table is the diagram of the code: change it knowingly, and nowhere else. The parts of the
 * shop are the folders of lib/; the files at a part's root are its doors, what lies deeper is its own.
 */

/** Which other domains' doors a domain may use. Calls go one way; what must go back is an event. */
export const DOMAIN_CALLS: Readonly<Record<string, readonly string[]>> = {
  shop: [],
  content: ['staff'],
  staff: [],
  customers: ['orders'],
  inventory: [],
  cart: ['inventory', 'shop'],
  catalog: ['inventory', 'shop'],
  discounts: [],
  orders: ['inventory', 'catalog', 'cart', 'shop'],
  payments: ['orders', 'inventory'],
  reports: ['shop', 'staff'],
  imports: ['catalog', 'inventory', 'shop'],
  webhooks: [],
  sales: [],
  tasks: ['staff', 'jobs'],
  jobs: [],
  upkeep: [],
  pulse: [],
  notifications: ['orders', 'payments', 'customers', 'staff', 'shop', 'reports'],
};

/** Where mails are drawn: with React Email, which is React, in jobs alone. */
export const DRAWN_WITH_REACT = /^lib\/notifications\/internal\//;

/** What each part may import beside itself. `domains` are the doors of all domains, `client` is how db/ is entered. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  platform: ['kernel', 'client'],
  client: ['kernel', 'env'],
  db: ['kernel', 'client', 'schema', 'env'],
  seed: ['kernel', 'client', 'schema', 'domains', 'env', 'platform', 'db'],
  schema: ['kernel'],
  domain: ['kernel', 'platform', 'client'],
  contract: ['kernel', 'platform', 'domains'],
  api: ['kernel', 'platform', 'domains', 'contract', 'subscriptions'],
  app: ['kernel', 'platform', 'domains', 'contract', 'subscriptions'],
  'job-endpoint': ['inngest'],
  inngest: ['kernel', 'platform', 'domains', 'subscriptions'],
  subscriptions: [],
  stack: ['kernel', 'platform', 'migrate', 'seed'],
  cli: ['kernel', 'platform', 'domains', 'client', 'contract', 'db', 'migrate', 'seed', 'stack'],
  bench: ['seed', 'e2e', 'stack'],
  e2e: ['seed'],
};

/** The files of lib/platform that keep something in Postgres; the rest of it knows no database. */
export const PLATFORM_WITH_DATABASE: readonly string[] = [
  'lib/platform/fence.ts',
  'lib/platform/files/bytes.ts',
  'lib/platform/files/read-file.ts',
  'lib/platform/files/remove-files.ts',
  'lib/platform/files/write-file.ts',
  'lib/platform/health.ts',
  'lib/platform/idempotency.ts',
  'lib/platform/outbox.ts',
  'lib/platform/tags/bump-tags.ts',
];

/** Which domain a schema file belongs to, where it is not the one of its name. */
export const SCHEMA_OWNERS: Readonly<Record<string, readonly string[]>> = {
  platform: ['platform', 'imports'],
  refunds: ['payments'],
  shop: ['shop', 'content'],
  fulfilments: ['orders'],
};

/** What a browser may be given of a domain: types and pure rules. */
export const CLIENT_DOORS = /^lib\/([a-z-]+\/(model|input)|staff\/permissions)(\.ts)?$/;

/** Packages that edge code must not meet, directly or through what it imports: they need Node, or tie us to Next. */
export const NOT_ON_THE_EDGE =
  /^(node:|next$|next\/|server-only$|pg$|ioredis$|nodemailer$|@react-email\/|drizzle-orm\/node-postgres$)/;

/** Routes below app/api that run on a Node origin instead of the edge, each with its reason. */
export const NODE_ROUTES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['staff', 'customer'].flatMap((world) =>
      ['sign-in', 'password', 'password-reset/confirm'].map((route) => [
        `app/api/auth/${world}/${route}/route.ts`,
        'a password’s hash takes 100 ms of a processor, which would hold up whoever is buying',
      ]),
    ),
  ),
  'app/api/account/email/route.ts':
    'it asks for the password, whose hash takes 100 ms of a processor, which would hold up whoever is buying',
  'app/api/account/erase/route.ts':
    'it asks for the password, whose hash takes 100 ms of a processor, which would hold up whoever is buying',
  ...Object.fromEntries(
    [
      ...['sign-in/second-factor', 'second-factor', 'second-factor/confirm'],
      ...['second-factor/remove', 'second-factor/recovery-codes'],
    ].map((route) => [
      `app/api/auth/staff/${route}/route.ts`,
      'one-time passwords are counted by Node’s own crypto, and setting them up asks for the password',
    ]),
  ),
  ...Object.fromEntries(
    ['content', 'content/[language]/[page]'].map((route) => [
      `app/api/admin/${route}/route.ts`,
      'the texts that the shop came with are files',
    ]),
  ),
  'app/api/admin/audit/export/route.ts':
    'a log of any length passes through, which shall not share a loop with who buys',
  'app/api/admin/staff/route.ts':
    'it hashes the password of somebody new, which would hold up whoever is buying',
  'app/api/admin/reports/[id]/file/route.ts':
    'a file of a hundred megabytes passes through, which shall not share a loop with who buys',
  'app/api/admin/orders/export/route.ts':
    'a file of all orders is made as it passes through, which shall not share a loop with who buys',
  'app/api/admin/settings/logo/route.ts':
    'a picture is decoded and made smaller, which would hold up whoever is buying',
  ...Object.fromEntries(
    ['invoice', 'packing-slip'].map((paper) => [
      `app/api/admin/orders/[id]/${paper}/route.ts`,
      'a paper is drawn with pdfkit and its fonts, which are files: 100 ms and 30 MB beside nothing that sells',
    ]),
  ),
  'app/api/inngest/route.ts':
    'the SDK costs 1.5 ms of processor time a call, and the jobs behind it render mails and images',
  'app/api/admin/collections/[id]/image/route.ts':
    'a picture of 10 MiB is hashed and written in chunks as it arrives, beside nothing that sells',
  'app/api/admin/products/[id]/images/route.ts':
    'a picture of 10 MiB is hashed and written in chunks as it arrives, beside nothing that sells',
  'app/api/admin/stock-takes/route.ts':
    'a count of 100,000 lines is read and written down at once, which would hold up whoever is buying',
  'app/api/admin/imports/products/route.ts':
    'a file of 25 MiB is hashed and written in chunks as it arrives, beside nothing that sells',
};

/** Which tables each file of db/functions may name. A function of one domain that names another's is a decision. */
export const FUNCTION_TABLES: Readonly<Record<string, readonly string[]>> = {
  new_uuid_v7: [],
  first_id_at: [],
  change_staff: ['staff'],
  invite_staff: ['staff', 'staff_password_links', 'outbox'],
  staff_document: ['staff', 'staff_second_factors', 'staff_password_links'],
  // Customers: whoever has an account or has ordered. Erasing somebody looks wherever they are named.
  customer_document: ['customers', 'order_contacts', 'orders', 'payments'],
  list_customers: ['customers', 'customer_tags', 'order_contacts'],
  erase_customer: [
    ...['customers', 'customer_addresses', 'customer_password_links', 'order_contacts'],
    // What staff wrote down about them and their orders.
    ...['customer_tags', 'customer_notes', 'order_events'],
    // Whoever erases themselves waits for what is under way.
    ...['orders', 'refunds', 'idempotency_keys', 'outbox'],
  ],
  use_customer_link: ['customers', 'customer_password_links'],
  // Guest orders of the address before become theirs by name.
  change_customer_email: [
    ...['customers', 'customer_password_links', 'orders', 'order_contacts', 'outbox'],
    ...['customer_tags', 'customer_notes'],
  ],
  change_customer_tags: ['customer_tags'],
  add_customer_note: ['customer_notes'],
  save_customer_address: ['customers', 'customer_addresses', 'idempotency_keys'],
  // What the house says of itself.
  save_content: ['content_versions'],
  // What every merchant's write leaves behind.
  record_audit: ['audit_log'],
  keep_answer: ['idempotency_keys'],
  earlier_move: ['idempotency_keys'],
  keep_move: ['idempotency_keys'],
  will_bump_tags: ['outbox'],
  // The shop. Its currency stays while anything has a price in it.
  change_settings: ['shop_settings', 'prices', 'orders', 'discounts'],
  shipping_zone_document: ['shipping_zones', 'shipping_zone_countries', 'shipping_rates'],
  save_shipping_zone: ['shipping_zones', 'shipping_zone_countries', 'shipping_rates'],
  remove_shipping_zone: ['shipping_zones'],
  save_tax_rate: ['tax_rates'],
  remove_tax_rate: ['tax_rates'],
  // Catalog. Taking a product away takes its stock from the shelf with it, in one statement.
  expect_products: ['products'],
  remove_product: [
    ...['products', 'variants', 'listings', 'offers', 'stock_items', 'stock_lanes'],
    ...['outbox', 'audit_log'],
  ],
  keep_former_slug: ['products', 'collections', 'former_product_slugs', 'former_collection_slugs'],
  save_collection: [
    'collections',
    'collection_translations',
    'collection_products',
    'offer_collections',
    'products',
  ],
  move_in_collection: ['collections', 'collection_products'],
  set_collection_image: ['collections', 'remote_images', 'outbox'],
  open_collection: ['collections'],
  remove_collection: ['collections', 'offer_collections', 'discounts'],
  // Inventory.
  // Whether the books balance can only be asked of all of them at once.
  check_stock: ['stock_lanes', 'stock_movements', 'orders', 'order_lines', 'payments'],
  set_lanes: ['stock_items', 'stock_lanes', 'stock_movements'],
  adjust_stock: ['stock_items', 'stock_lanes', 'stock_movements', 'idempotency_keys', 'audit_log'],
  set_stock_levels: ['stock_items'],
  note_availability: ['sold_out_variants', 'variants'],
  is_low: ['stock_items', 'shop_settings'],
  note_low: ['low_variants'],
  set_low_level: ['stock_items'],
  // What was counted goes by SKU, which the catalog knows.
  add_take_lines: ['stock_take_lines', 'variants'],
  apply_stock_take: ['stock_takes', 'outbox'],
  continue_stock_take: ['stock_takes', 'stock_take_lines'],
  stock_level: ['stock_items', 'stock_lanes'],
  claim_lane: ['stock_lanes'],
  lock_lanes: ['stock_lanes'],
  gather_lanes: ['stock_items', 'stock_lanes'],
  short_lines: ['stock_items', 'stock_lanes'],
  return_claims: ['stock_items', 'stock_lanes', 'stock_movements', 'order_lines'],
  // What refunds bring back to the shelf.
  restock_refund: ['stock_lanes', 'stock_movements', 'order_lines', 'refunds', 'refund_lines'],
  // Cart. Of the catalog it reads offers alone.
  cart_document: ['carts', 'cart_lines', 'offers'],
  set_cart_line: ['carts', 'cart_lines', 'offers'],
  set_cart_currency: ['carts', 'shop_settings'],
  // Orders. A purchase is one statement: it claims stock and reads the cart that it orders.
  price_basket: ['offers', 'shop_settings', 'shipping_zone_countries', 'shipping_rates', 'tax_rates'],
  price_lines: ['tax_rates'],
  basket_document: [],
  allocate_minor: [],
  // Discounts. Which products a code is for is orders' own copy of the catalog's collections.
  discount_basket: ['discounts', 'offer_collections', 'tax_rates'],
  take_discount_use: ['discounts', 'discount_uses', 'discount_buyers'],
  give_back_discount_uses: ['discounts', 'discount_uses', 'discount_buyers'],
  // It binds a code to a collection that is there; a collection that a code is bound to stays.
  save_discount: ['discounts', 'discount_uses', 'collections'],
  remove_discount: ['discounts'],
  put_back_lines: ['stock_lanes'],
  quote_checkout: ['carts', 'cart_lines'],
  shipping_methods: ['offers', 'shop_settings', 'shipping_rates'],
  place_order: [
    ...['carts', 'cart_lines', 'stock_items', 'stock_lanes', 'stock_movements'],
    ...['orders', 'order_lines', 'order_contacts', 'outbox'],
  ],
  order_document: ['orders', 'order_lines', 'order_contacts'],
  // Of each line what was sent, refunded and returned; which refund was for a return, only the refund itself tells.
  order_units: [
    ...['orders', 'order_lines', 'fulfilments', 'fulfilment_lines'],
    ...['order_returns', 'order_return_lines', 'refunds'],
  ],
  // Which rate the shipping had is told by those of its lines and the place's own.
  order_taxes: ['orders', 'order_lines', 'order_contacts'],
  order_work_document: [
    ...['orders', 'order_lines', 'order_contacts', 'fulfilments', 'fulfilment_lines'],
    ...['order_returns', 'order_return_lines', 'refunds', 'payments', 'customers'],
  ],
  // What is being refunded is not sent.
  fulfil_order: ['orders', 'order_events', 'fulfilments', 'fulfilment_lines', 'refunds', 'outbox'],
  // Whose units came back was sent; what may be given back is decided first.
  move_parcel: [
    ...['orders', 'order_lines', 'order_events', 'fulfilments', 'fulfilment_lines'],
    ...['refunds', 'outbox'],
  ],
  move_return: ['orders', 'order_lines', 'order_events', 'order_returns', 'order_return_lines'],
  change_order_contact: ['orders', 'order_contacts', 'order_events'],
  add_order_note: ['orders', 'order_events'],
  day_starts: ['shop_settings'],
  product_was_sold: ['order_lines'],
  release_due_holds: ['orders', 'order_lines', 'order_events', 'outbox'],
  // Pictures that lie elsewhere.
  want_pictures: ['remote_images'],
  claim_pictures: ['remote_images'],
  settle_picture: ['remote_images'],
  show_pictures: ['products', 'product_images', 'remote_images', 'outbox'],
  add_product_image: ['products', 'product_images', 'remote_images', 'outbox'],
  // Imports.
  begin_import: ['imports', 'import_messages'],
  start_import: ['imports', 'import_messages'],
  advance_import: ['imports', 'import_messages', 'import_images', 'outbox'],
  // Whether a picture could be had is known when the import is long over: its notes ask the catalog's own table.
  import_notes: ['import_messages', 'import_images', 'remote_images'],
  add_import_messages: ['imports', 'import_messages'],
  fail_import: ['imports', 'import_messages'],
  // Reports.
  advance_report: ['reports', 'report_sums', 'report_deliveries', 'outbox'],
  open_due_reports: ['shop_settings', 'report_schedules', 'report_deliveries', 'reports', 'outbox'],
  // Payments. Settling an attempt moves its order, or there could be money without an order.
  // One look for every sweep.
  work_due: ['provider_events', 'payments', 'refunds', 'orders', 'test_provider_deliveries', 'outbox'],
  // Whoever relays an event knows which merchants' endpoints want it.
  lease_outbox: ['outbox', 'webhook_endpoints', 'webhook_deliveries'],
  start_payment: ['orders', 'order_events', 'payments'],
  settle_payment: ['orders', 'order_events', 'payments', 'outbox'],
  ask_payment: ['payments'],
  apply_provider_event: ['provider_events'],
  // An expired order whose payment landed late takes its units once more.
  reclaim_order: ['orders', 'order_lines', 'stock_movements'],
  // Notifications.
  erase_mails: ['mails'],
  // Webhooks to merchants' own addresses.
  save_webhook: ['webhook_endpoints'],
  remove_webhook: ['webhook_endpoints'],
  send_webhook: ['webhook_endpoints', 'webhook_deliveries', 'webhook_attempts', 'outbox'],
  record_webhook_attempt: ['webhook_endpoints', 'webhook_deliveries', 'webhook_attempts', 'outbox'],
  // The owner is told what runs low; how it is called is orders' copy of the catalog.
  mark_low_stock: [
    ...[
      'shop_settings',
      'stock_items',
      'stock_lanes',
      'stock_movements',
      'low_stock_marks',
      'low_variants',
      'outbox',
      'offers',
    ],
  ],
  // Sales: sums of what orders, refunds and carts say.
  fold_sales: [
    ...['sales_quarters', 'variant_sales_daily', 'cart_quarters', 'sales_progress', 'shop_settings'],
    ...['orders', 'order_lines', 'payments', 'refunds', 'carts', 'cart_lines'],
  ],
  // What is old is forgotten in one place, so that one page tells how long anything is kept.
  forget_old: ['provider_events', 'idempotency_keys', 'mails', 'webhook_deliveries', 'lock_fences'],
  // Locks.
  take_fence: ['lock_fences'],
  // A refund moves its order and brings units back in the transaction that settles it.
  replayed_refund: ['refunds'],
  refund_order: ['orders', 'order_lines', 'payments', 'refunds', 'refund_lines', 'order_returns'],
  open_refund: ['order_events', 'payments', 'refunds'],
  cancel_order: ['orders', 'order_events', 'payments', 'refunds', 'outbox'],
  settle_refund: ['orders', 'order_events', 'payments', 'refunds', 'outbox', 'idempotency_keys'],
  refund_document: ['refunds', 'refund_lines', 'order_lines'],
  check_money: [
    ...['orders', 'order_lines', 'discounts', 'discount_uses', 'discount_buyers'],
    ...['payments', 'refunds', 'refund_lines'],
  ],
};
