'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ApiFault, api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { faultWords } from '@/app/(merchant)/_api/problem-words';
import { uploadFile } from '@/app/(merchant)/_api/upload';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { DropZone } from '@/app/(merchant)/_ui/drop-zone';
import { TextField } from '@/app/(merchant)/_ui/field';
import { Section } from '@/app/(merchant)/_ui/page';
import { Progress } from '@/app/(merchant)/_ui/progress';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { IMAGE_TYPES, MAX_IMAGE_BYTES } from '@/lib/catalog/model';

type Collection = Schema<'Collection'>;

const MEBIBYTE = 1024 * 1024;

/** The picture of a collection: each change is saved at once. What is seen in it has to be said. */
export function CollectionImage({ collection, isReadOnly }: { collection: Collection; isReadOnly: boolean }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const { id, image } = collection;
  const [alt, setAlt] = useState(image?.alt ?? '');
  const [share, setShare] = useState<number>();
  const [faults, setFaults] = useState<{ alt?: string; file?: string }>({});
  const params = { path: { id } };
  const words = alt.trim();
  const refresh = () => queries.invalidateQueries({ queryKey: ['collections'] });

  async function send(file: File | undefined) {
    if (file === undefined) return;
    if (words === '') return setFaults({ alt: 'Say first what is seen in the picture.' });
    if (file.size > MAX_IMAGE_BYTES)
      return setFaults({ file: `It is larger than ${MAX_IMAGE_BYTES / MEBIBYTE} MiB.` });
    setFaults({});
    setShare(0);
    try {
      await uploadFile(`/api/admin/collections/${id}/image?${new URLSearchParams({ alt: words })}`, {
        method: 'PUT',
        file,
        onProgress: setShare,
      });
      toasts.done('The picture is there; shoppers see it in a moment.');
      await refresh();
    } catch (error) {
      const at = (path: string) => (error instanceof ApiFault ? error.at(path) : undefined);
      const told = at('alt');
      setFaults(told === undefined ? { file: at('') ?? faultWords(error) } : { alt: told });
    } finally {
      setShare(undefined);
    }
  }

  async function say() {
    if (image === null || words === image.alt) return;
    if (words === '') return setFaults({ alt: 'A picture needs words for those who do not see it.' });
    setFaults({});
    try {
      await ask(api.PATCH('/api/admin/collections/{id}', { params, body: { imageAlt: words } }));
      toasts.done('The words are saved.');
      await refresh();
    } catch (error) {
      setFaults({ alt: (error instanceof ApiFault ? error.at('imageAlt') : undefined) ?? faultWords(error) });
    }
  }

  if (isReadOnly && image === null) return null;
  return (
    <Section title="Picture" lead="Shoppers see it above the collection, and where its page is shared.">
      {image === null ? null : (
        <div className="relative aspect-[5/2] overflow-hidden rounded-sm bg-ground">
          {image.state === 'ready' ? (
            // biome-ignore lint/performance/noImgElement: the shop's own renderings
            <img src={image.url} alt={image.alt} className="size-full object-cover" />
          ) : (
            <p className="grid size-full place-items-center p-2 text-center text-sm text-muted">
              {image.state === 'waiting' ? 'Being prepared…' : `It cannot be shown: ${image.problem ?? ''}`}
            </p>
          )}
        </div>
      )}
      <TextField
        id="collection-image-alt"
        label="What is seen in it"
        maxLength={1_000}
        readOnly={isReadOnly}
        value={alt}
        fault={faults.alt}
        onChange={({ target }) => setAlt(target.value)}
        onBlur={() => void say()}
      />
      {isReadOnly ? null : (
        <>
          <DropZone
            label={image === null ? 'Add a picture' : 'Another picture'}
            hint="or drop it here: JPEG, PNG, WebP, AVIF or GIF, up to 10 MiB."
            accept={IMAGE_TYPES.join(',')}
            isBusy={share !== undefined}
            onFiles={([file]) => void send(file)}
          />
          {share === undefined ? null : <Progress label="Uploading the picture" share={share} />}
          <p role="alert" className="text-sm text-bad empty:hidden">
            {faults.file}
          </p>
          {image === null ? null : (
            <div>
              <Confirm
                label={
                  <>
                    <Trash2 aria-hidden /> Remove the picture
                  </>
                }
                title="Remove the picture"
                verb="Remove the picture"
                onConfirm={async () => {
                  await ask(api.DELETE('/api/admin/collections/{id}/image', { params }));
                  setAlt('');
                  setFaults({});
                  toasts.done('The picture is removed.');
                  await refresh();
                }}
              >
                <p>Shoppers see the collection without one. Its works keep theirs.</p>
              </Confirm>
            </div>
          )}
        </>
      )}
    </Section>
  );
}
