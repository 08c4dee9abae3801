import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import type { DragEvent } from 'react';
import type { Schema } from '@/app/(merchant)/_api/client';
import { Button, IconButton } from '@/app/(merchant)/_ui/button';
import { Link } from '@/app/(merchant)/_ui/link';
import { ProductStatusBadge } from '../../product-status';

export type Member = Schema<'CollectionProduct'>;

export const upId = ({ id }: Member) => `up-${id}`;
export const downId = ({ id }: Member) => `down-${id}`;

/** A product of a collection: dragged by its row, moved by its buttons, taken out. What is not given cannot be done. */
export function MemberRow({
  member,
  onUp,
  onDown,
  onDrag,
  onDrop,
  isTarget,
  canMove,
  onTakeOut,
}: {
  member: Member;
  canMove: boolean;
  /** Absent: it is the first of all. */
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  /** The pointer took it, went over it with another one, or let go. */
  onDrag: (what: 'start' | 'over' | 'end') => void;
  onDrop: () => void;
  isTarget: boolean;
  onTakeOut?: (() => void) | undefined;
}) {
  const { id, title, imageUrl } = member;
  const dragging = canMove && {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      onDrag('start');
    },
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      onDrag('over');
    },
    onDragEnd: () => onDrag('end'),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      onDrop();
    },
  };
  return (
    <li
      {...dragging}
      className={`flex flex-wrap items-center gap-x-3 gap-y-1 px-2 py-1.5 text-sm ${isTarget ? 'bg-ground outline-2 -outline-offset-2 outline-act' : ''}`}
    >
      {canMove ? (
        <GripVertical aria-hidden className="hidden size-4 shrink-0 cursor-grab text-muted sm:block" />
      ) : null}
      <span className="size-9 shrink-0 overflow-hidden rounded-sm bg-ground">
        {imageUrl === null ? null : (
          // biome-ignore lint/performance/noImgElement: the shop's own renderings
          <img
            src={imageUrl.replace(/-800\.webp$/, '-400.webp')}
            alt=""
            loading="lazy"
            draggable={false}
            className="size-full object-cover"
          />
        )}
      </span>
      <span className="flex min-w-0 grow basis-32 flex-wrap items-center gap-x-3 gap-y-0.5">
        <Link
          href={`/dashboard/products/${id}`}
          draggable={false}
          className="py-1 font-medium wrap-anywhere hover:underline"
        >
          {title}
        </Link>
        <ProductStatusBadge product={member} />
      </span>
      <span className="ml-auto flex items-center">
        {canMove ? (
          <>
            <IconButton
              id={upId(member)}
              label={`Move ${title} up`}
              disabled={onUp === undefined}
              onClick={onUp}
            >
              <ArrowUp aria-hidden />
            </IconButton>
            <IconButton
              id={downId(member)}
              label={`Move ${title} down`}
              disabled={onDown === undefined}
              onClick={onDown}
            >
              <ArrowDown aria-hidden />
            </IconButton>
          </>
        ) : null}
        {onTakeOut ? (
          <Button kind="quiet" aria-label={`Take ${title} out`} onClick={onTakeOut}>
            Take out
          </Button>
        ) : null}
      </span>
    </li>
  );
}
