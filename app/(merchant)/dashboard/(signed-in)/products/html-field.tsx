'use client';

import { Bold, Heading, Italic, Link2, List } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, IconButton } from '@/app/(merchant)/_ui/button';
import { TextArea } from '@/app/(merchant)/_ui/field';

const MARKS = [
  { label: 'Bold', icon: Bold, before: '<strong>', after: '</strong>' },
  { label: 'Italic', icon: Italic, before: '<em>', after: '</em>' },
  { label: 'Heading', icon: Heading, before: '<h3>', after: '</h3>' },
  { label: 'List', icon: List, before: '<ul>\n<li>', after: '</li>\n</ul>' },
  { label: 'Link', icon: Link2, before: '<a href="https://">', after: '</a>' },
];

/** A text in HTML, with a hand for the marks and a look at it. The shop takes out what could run or load something. */
export function HtmlField({
  id,
  label,
  value,
  fault,
  isReadOnly = false,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  fault?: string | undefined;
  isReadOnly?: boolean;
  onChange: (html: string) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [isPreview, setIsPreview] = useState(false);

  function mark(before: string, after: string) {
    const area = frame.current?.querySelector('textarea');
    if (!area) return;
    const { selectionStart: from, selectionEnd: to } = area;
    onChange(value.slice(0, from) + before + value.slice(from, to) + after + value.slice(to));
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(from + before.length, to + before.length);
    });
  }

  return (
    <div ref={frame} className="grid gap-1">
      {isReadOnly ? null : (
        <div role="toolbar" aria-label={`Marks of ${label}`} className="flex flex-wrap items-center">
          <span aria-hidden className="mr-2 text-sm font-medium">
            {label}
          </span>
          {MARKS.map(({ label: name, icon: Icon, before, after }) => (
            <IconButton key={name} label={name} disabled={isPreview} onClick={() => mark(before, after)}>
              <Icon aria-hidden />
            </IconButton>
          ))}
          <Button
            kind="quiet"
            className="ml-auto"
            aria-pressed={isPreview}
            onClick={() => setIsPreview(!isPreview)}
          >
            {isPreview ? 'Edit' : 'Preview'}
          </Button>
        </div>
      )}
      {isPreview ? (
        // Nothing in it may run: what is typed is not cleaned yet.
        <iframe
          title={`${label}, as it will look`}
          sandbox=""
          srcDoc={`<style>body{font:14px/1.6 system-ui;color-scheme:light dark}</style>${value}`}
          className="h-48 w-full rounded-sm border border-line bg-paper"
        />
      ) : (
        <TextArea
          id={id}
          label={label}
          isLabelHidden={!isReadOnly}
          rows={8}
          maxLength={60_000}
          readOnly={isReadOnly}
          value={value}
          fault={fault}
          hint="HTML; what could run or load something is taken out."
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}
