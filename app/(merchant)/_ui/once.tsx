'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button';

/** Something that is shown this once: a key, a secret, a link. To be copied, and then kept elsewhere. */
export function Once({ label, value }: { label: string; value: string }) {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <div className="grid gap-2">
      <p className="text-sm font-medium">{label}</p>
      <code className="block rounded-sm border border-line bg-ground p-3 text-sm break-all whitespace-pre-wrap select-all">
        {value}
      </code>
      <Button
        className="justify-self-start"
        onClick={() => {
          void navigator.clipboard.writeText(value).then(() => setIsCopied(true));
        }}
      >
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        <span aria-live="polite">{isCopied ? 'Copied' : 'Copy'}</span>
      </Button>
    </div>
  );
}
