import { Picture } from '@/app/components/picture';
import type { ComingProduct } from '@/lib/catalog/model';

/** A work that is shown and not yet sold: its picture and what it is called. */
export function ComingWork({ work }: { work: ComingProduct }) {
  return (
    <li className="grid content-start gap-3">
      <Picture
        image={work.image}
        title={work.title}
        sizes="(min-width: 100rem) 22rem, (min-width: 56rem) 22vw, 46vw"
      />
      <p className="leading-snug font-medium">{work.title}</p>
    </li>
  );
}
