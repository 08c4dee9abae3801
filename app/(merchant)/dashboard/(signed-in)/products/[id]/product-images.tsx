'use client';

import { useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { ApiFault, api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { faultWords } from '@/app/(merchant)/_api/problem-words';
import { uploadFile } from '@/app/(merchant)/_api/upload';
import { IconButton } from '@/app/(merchant)/_ui/button';
import { DropZone } from '@/app/(merchant)/_ui/drop-zone';
import { Section } from '@/app/(merchant)/_ui/page';
import { Progress } from '@/app/(merchant)/_ui/progress';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { IMAGE_TYPES, MAX_IMAGE_BYTES } from '@/lib/catalog/model';

type Product = Schema<'MerchantProduct'>;
type Image = Product['images'][number];
type Sending = {
  readonly key: string;
  readonly name: string;
  readonly share: number;
  readonly fault?: string;
};

const MEBIBYTE = 1024 * 1024;

/** The pictures of a product: each change is saved at once, so that nothing of it waits for the form. */
export function ProductImages({ product, isReadOnly }: { product: Product; isReadOnly: boolean }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  // One after the other: each is told of the whole list.
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const { images } = product;

  const refresh = () => queries.invalidateQueries({ queryKey: ['products'] });
  function save(wished: readonly { id: string; alt?: string }[], done: string, undo?: readonly Image[]) {
    last.current = last.current.then(async () => {
      try {
        const body = { images: wished.map(({ id, alt }) => (alt === undefined ? { id } : { id, alt })) };
        await ask(
          api.PATCH('/api/admin/products/{id}', {
            params: { path: { id: product.id } },
            body: body,
          }),
        );
        if (undo) toasts.done(done);
        await refresh();
      } catch (error) {
        toasts.failed(error);
      }
    });
  }

  async function send(files: readonly File[]) {
    for (const file of files) {
      const key = crypto.randomUUID();
      const tell = (part: Partial<Sending>) =>
        setSending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
      setSending((all) => [...all, { key, name: file.name, share: 0 }]);
      if (file.size > MAX_IMAGE_BYTES) {
        tell({ fault: `It is larger than ${MAX_IMAGE_BYTES / MEBIBYTE} MiB.` });
        continue;
      }
      try {
        await uploadFile(`/api/admin/products/${product.id}/images`, {
          file,
          key,
          onProgress: (share) => tell({ share }),
        });
        setSending((all) => all.filter((one) => one.key !== key));
        await refresh();
      } catch (error) {
        tell({ fault: (error instanceof ApiFault ? error.at('') : undefined) ?? faultWords(error) });
      }
    }
  }

  function move(at: number, step: number) {
    const order = [...images];
    const [image] = order.splice(at, 1);
    if (image) order.splice(at + step, 0, image);
    save(order, 'The order is saved.');
  }

  return (
    <Section title="Pictures" lead="The first one stands for the product in lists.">
      {images.length === 0 ? null : (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
          {images.map((image, at) => (
            <Picture
              key={image.id}
              image={image}
              at={at}
              count={images.length}
              isReadOnly={isReadOnly}
              onMove={(step) => move(at, step)}
              onAlt={(alt) =>
                save(
                  images.map((one) => (one.id === image.id ? { id: one.id, alt } : one)),
                  'The words are saved.',
                  images,
                )
              }
              onRemove={() =>
                save(
                  images.filter(({ id }) => id !== image.id),
                  'The picture is removed.',
                  images,
                )
              }
            />
          ))}
        </ul>
      )}
      {images.length === 0 && isReadOnly ? <p className="text-sm text-muted">There are none.</p> : null}
      {sending.map(({ key, name, share, fault }) => (
        <div key={key} className="grid gap-1 text-sm">
          <p className="break-all">
            {name}{' '}
            {fault === undefined ? null : (
              <span role="alert" className="text-bad">
                {fault}
              </span>
            )}
          </p>
          {fault === undefined ? <Progress label={`Uploading ${name}`} share={share} /> : null}
        </div>
      ))}
      {isReadOnly ? null : (
        <DropZone
          label="Add pictures"
          hint="or drop them here: JPEG, PNG, WebP, AVIF or GIF, up to 10 MiB each."
          accept={IMAGE_TYPES.join(',')}
          isMany
          onFiles={(files) => void send(files)}
        />
      )}
    </Section>
  );
}

function Picture({
  image,
  at,
  count,
  isReadOnly,
  onMove,
  onAlt,
  onRemove,
}: {
  image: Image;
  at: number;
  count: number;
  isReadOnly: boolean;
  onMove: (step: number) => void;
  onAlt: (alt: string) => void;
  onRemove: () => void;
}) {
  const [alt, setAlt] = useState(image.alt);
  const number = at + 1;
  return (
    <li className="grid content-start gap-2 rounded-md border border-line p-2">
      <div className="relative aspect-square overflow-hidden rounded-sm bg-ground">
        {image.state === 'ready' ? (
          // biome-ignore lint/performance/noImgElement: the shop's own renderings
          <img
            src={image.url.replace(/-800\.webp$/, '-400.webp')}
            alt={image.alt}
            loading="lazy"
            className="size-full object-cover"
          />
        ) : (
          <p className="grid size-full place-items-center p-2 text-center text-xs text-muted">
            {image.state === 'waiting' ? 'Being prepared…' : `It cannot be shown: ${image.problem ?? ''}`}
          </p>
        )}
      </div>
      <input
        aria-label={`What picture ${number} shows`}
        placeholder="What is seen in it"
        maxLength={1_000}
        readOnly={isReadOnly}
        value={alt}
        onChange={(event) => setAlt(event.target.value)}
        onBlur={() => (alt.trim() === image.alt ? undefined : onAlt(alt.trim()))}
        className="min-h-9 w-full rounded-sm border border-edge bg-paper px-2 text-sm placeholder:text-muted"
      />
      {isReadOnly ? null : (
        <div className="flex justify-between">
          <span className="flex">
            <IconButton
              label={`Move picture ${number} forward`}
              disabled={at === 0}
              onClick={() => onMove(-1)}
            >
              <ArrowLeft aria-hidden />
            </IconButton>
            <IconButton
              label={`Move picture ${number} back`}
              disabled={number === count}
              onClick={() => onMove(1)}
            >
              <ArrowRight aria-hidden />
            </IconButton>
          </span>
          <IconButton label={`Remove picture ${number}`} onClick={onRemove}>
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      )}
    </li>
  );
}
