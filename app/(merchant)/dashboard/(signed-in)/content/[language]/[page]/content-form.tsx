'use client';

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button } from '@/app/(merchant)/_ui/button';
import { TextArea, TextField } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { Section } from '@/app/(merchant)/_ui/page';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { renderContent } from '@/app/components/content/render-content';
import type { Words } from '@/lib/content/model';

type Content = Schema<'Content'>;

/** Writes a page's words, and shows how they will look. */
export function ContentForm({ content }: { content: Content }) {
  const { language, page, versions } = content;
  const mayWrite = useMay('content:write');
  const [typed, setTyped] = useState<Partial<Words>>({});
  /** The version under one's hands: not the one that others may have made since. */
  const [basedOn, setBasedOn] = useState(versions[0]?.id ?? null);
  const words: Words = { ...content.words, ...typed };
  const isTouched = Object.keys(typed).length > 0;
  const state = useWrite({
    write: (body: Words & { basedOn: string | null }) =>
      ask(api.PUT('/api/admin/content/{language}/{page}', { params: { path: { language, page } }, body })),
    topics: ['settings', 'audit'],
    done: 'Saved. Shoppers read it within two seconds.',
    onDone: (saved) => {
      setTyped({});
      setBasedOn(saved.versions[0]?.id ?? null);
    },
  });
  const field = (name: keyof Words) => ({
    id: `content-${name}`,
    value: words[name],
    fault: state.faultAt(name),
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Section title="Text">
        <Form
          label="Text"
          state={state}
          onSubmit={() => state.run({ ...words, basedOn: isTouched ? basedOn : (versions[0]?.id ?? null) })}
          verb="Save the text"
          isReadOnly={!mayWrite}
          others={isTouched ? <Button onClick={() => setTyped({})}>Undo my changes</Button> : null}
        >
          <TextField {...field('title')} label="Title" maxLength={120} />
          <TextField
            {...field('description')}
            label="Description"
            maxLength={300}
            hint="What search engines and shared links show."
          />
          <TextArea
            {...field('body')}
            label="Text, in Markdown"
            rows={22}
            spellCheck
            lang={language}
            className="font-mono! text-sm!"
            hint="## a heading, **bold**, [a link](/shipping), - a list. {shop} and {mail} stand for the shop’s name and address. HTML stays text."
          />
        </Form>
      </Section>
      <Preview words={words} language={language} />
    </div>
  );
}

function Preview({ words, language }: { words: Words; language: string }) {
  const settings = useQuery({
    queryKey: ['settings', 'shop'],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/settings', { signal })),
  });
  const { title, body, description } = words;
  const late = useDeferredValue(body);
  const { name = '{shop}', mailSender = '{mail}' } = settings.data ?? {};
  const { html } = useMemo(
    () =>
      renderContent(
        { title, description, body: late },
        {
          facts: { shop: name, mail: /<([^>]+)>/.exec(mailSender)?.[1] ?? mailSender },
          linkTo: (path) => path,
        },
      ),
    [title, description, late, name, mailSender],
  );
  return (
    <Section title="How it looks">
      <article lang={language} className="grid gap-4">
        <p className="display text-title">{title.replaceAll('{shop}', name)}</p>
        <div
          className="prose"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: HTML in what is written stays text.
          dangerouslySetInnerHTML={{ __html: html }}
        />
      </article>
    </Section>
  );
}
