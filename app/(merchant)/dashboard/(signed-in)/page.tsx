import Link from 'next/link';

export const dynamic = 'force-static';

/** What a merchant does today, and with what. Everything here works as it is written. */
const TASKS = [
  {
    title: 'Bring your catalog',
    text: 'Export your products from Shopify and import the file. A second import updates and creates nothing twice.',
    command: 'npm run import -- products.csv',
  },
  {
    title: 'Make an API key',
    text: 'Owner, manager, support or viewer. It is shown this once.',
    command: 'export KEY=$(npm run --silent api-key -- --name me --role owner)',
  },
  {
    title: 'See your orders',
    text: 'Newest first; narrow them by status, order number or the beginning of an e-mail address.',
    command: 'curl -H "Authorization: Bearer $KEY" "http://localhost:3000/api/admin/orders?status=paid"',
  },
  {
    title: 'Count your stock again',
    text: 'Units that orders hold are not touched, and every change stays in the ledger.',
    command:
      'curl -X POST -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\\n  -d \'{ "set": 40, "reason": "Counted by hand" }\' http://localhost:3000/api/admin/variants/<variant id>/stock',
  },
];

export default function MerchantHome() {
  return (
    <main className="mx-auto w-full max-w-3xl px-4 py-12 md:py-20">
      <h1 className="text-display leading-none">Run the shop</h1>
      <p className="mt-6 max-w-prose">
        Most of a merchant’s work goes through the API and the command line. The{' '}
        <Link className="text-act underline underline-offset-4" href="/docs/api">
          API reference
        </Link>{' '}
        has every call.
      </p>
      <ol className="mt-12">
        {TASKS.map(({ title, text, command }) => (
          <li key={title} className="border-t border-line py-8">
            <h2 className="text-title">{title}</h2>
            <p className="mt-2 max-w-prose text-muted">{text}</p>
            <pre className="mt-4 whitespace-pre-wrap break-words bg-ground p-4 text-sm">
              <code>{command}</code>
            </pre>
          </li>
        ))}
      </ol>
    </main>
  );
}
