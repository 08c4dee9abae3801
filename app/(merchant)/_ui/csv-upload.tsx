'use client';

import { useRef, useState } from 'react';
import { ApiFault } from '../_api/client';
import { faultWords } from '../_api/problem-words';
import { uploadFile } from '../_api/upload';
import { DropZone } from './drop-zone';
import { Progress } from './progress';

const MEBIBYTE = 1024 * 1024;

type Props = {
  readonly label: string;
  readonly hint: string;
  /** What is on its way, for who does not see the bar. */
  readonly progress: string;
  readonly maxBytes: number;
  /** Where it goes; the file's name is added. */
  readonly path: `/api/admin/${string}`;
  readonly onTaken: (id: string) => void;
};

/** A CSV of the merchant's that the shop works off in a job: chosen or dropped, sent with its progress. */
export function CsvUpload({ label, hint, progress, maxBytes, path, onTaken }: Props) {
  const [share, setShare] = useState<number | null>(null);
  const [fault, setFault] = useState('');
  const intent = useRef<{ file: File; key: string } | null>(null);

  async function upload(file: File | undefined) {
    if (file === undefined) return;
    setFault('');
    if (file.size > maxBytes)
      return setFault(`The file is larger than ${maxBytes / MEBIBYTE} MiB: split it into several.`);
    setShare(0);
    // Chosen again after an answer that was lost, it is the same upload.
    const { name, size, lastModified } = intent.current?.file ?? {};
    const isSame = name === file.name && size === file.size && lastModified === file.lastModified;
    if (intent.current === null || !isSame) intent.current = { file, key: crypto.randomUUID() };
    try {
      const { id } = await uploadFile<{ id: string }>(`${path}?name=${encodeURIComponent(file.name)}`, {
        file,
        mediaType: 'text/csv',
        key: intent.current.key,
        onProgress: setShare,
      });
      intent.current = null;
      onTaken(id);
    } catch (error) {
      setFault((error instanceof ApiFault ? error.at('') : undefined) ?? faultWords(error));
      setShare(null);
    }
  }

  return (
    <div className="grid gap-2">
      <DropZone
        label={label}
        hint={hint}
        accept=".csv,text/csv"
        isBusy={share !== null}
        onFiles={([file]) => void upload(file)}
      />
      {share === null ? null : <Progress label={progress} share={share} />}
      <p role="alert" className="text-sm text-bad empty:hidden">
        {fault}
      </p>
    </div>
  );
}
