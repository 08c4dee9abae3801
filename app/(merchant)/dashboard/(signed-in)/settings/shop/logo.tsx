'use client';

import { useRef } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button } from '@/app/(merchant)/_ui/button';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { Section } from '@/app/(merchant)/_ui/page';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { pngOf } from './png-of';

const TOPICS = ['settings', 'audit'];

/** The shop's mark: it stands where else its name would. */
export function Logo({ shop: { logo, name } }: { shop: Schema<'Settings'> }) {
  const mayWrite = useMay('settings:write');
  const picker = useRef<HTMLInputElement>(null);
  const set = useWrite({
    write: async (file: File) =>
      ask(
        api.PUT('/api/admin/settings/logo', {
          // A file is its own text; openapi-fetch would make JSON of it.
          body: (await pngOf(file)) as never,
          bodySerializer: (body: unknown) => body as BodyInit,
          headers: { 'content-type': 'image/png' },
        }),
      ),
    topics: TOPICS,
    done: 'The mark is changed. The shop follows within two seconds.',
  });
  const remove = useWrite({
    write: () => ask(api.DELETE('/api/admin/settings/logo')),
    topics: TOPICS,
    done: 'The mark is gone. The shop shows its name.',
  });
  return (
    <Section
      title="Mark"
      lead="Stands in the head of every page, at most 320 by 80 pixels large. Without one, your name does."
    >
      <div className="flex flex-wrap items-center gap-4">
        <div className="grid min-h-16 min-w-40 place-items-center rounded-sm border border-line bg-ground p-3">
          {logo === null ? (
            <span className="display text-title">{name}</span>
          ) : (
            // biome-ignore lint/performance/noImgElement: the shop's own file, in the size that it is shown in.
            <img src={logo.url} alt={`The mark of ${name}`} className="max-h-16 max-w-60" />
          )}
        </div>
        {mayWrite ? (
          <div className="flex flex-wrap gap-2">
            <input
              ref={picker}
              type="file"
              accept="image/*"
              className="sr-only"
              tabIndex={-1}
              aria-label="Picture of the mark"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file) set.run(file);
                event.target.value = '';
              }}
            />
            <Button isBusy={set.isBusy} onClick={() => picker.current?.click()}>
              {set.isBusy ? 'Uploading…' : logo === null ? 'Choose a picture' : 'Choose another picture'}
            </Button>
            {logo === null ? null : (
              <Confirm
                label="Remove"
                title="Remove the mark?"
                verb="Remove the mark"
                onConfirm={async () => remove.run(undefined)}
              >
                <p>Every page shows the shop’s name instead.</p>
              </Confirm>
            )}
          </div>
        ) : null}
      </div>
      <p role="alert" className="text-sm text-bad empty:hidden">
        {set.faultAt('') ?? (set.fault || remove.fault)}
      </p>
    </Section>
  );
}
