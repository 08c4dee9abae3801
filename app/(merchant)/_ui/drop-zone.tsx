'use client';

import { Upload } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from './button';

/** Where files are dropped, or chosen by whoever does not drag. */
export function DropZone({
  label,
  hint,
  accept,
  isMany = false,
  isBusy = false,
  onFiles,
}: {
  /** The button's words: what is chosen. */
  label: string;
  hint?: ReactNode;
  accept: string;
  isMany?: boolean;
  isBusy?: boolean;
  onFiles: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is for everybody
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0 && !isBusy) onFiles(isMany ? files : files.slice(0, 1));
      }}
      className={`grid justify-items-center gap-2 rounded-md border border-dashed px-4 py-6 text-center text-sm ${isOver ? 'border-act bg-ground' : 'border-edge'}`}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={isMany}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button isBusy={isBusy} onClick={() => input.current?.click()}>
        <Upload aria-hidden /> {label}
      </Button>
      <p className="max-w-prose text-muted">{hint ?? 'or drop it here.'}</p>
    </div>
  );
}
