CREATE TABLE "low_variants" (
	"variant_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stock_take_lines" (
	"take_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"sku" text NOT NULL,
	"variant_id" uuid,
	"counted" integer,
	"expected" integer,
	"outcome" text NOT NULL,
	"message" text,
	"is_applied" boolean DEFAULT false NOT NULL,
	CONSTRAINT "stock_take_lines_take_id_line_pk" PRIMARY KEY("take_id","line"),
	CONSTRAINT "stock_take_lines_outcome_check" CHECK ("stock_take_lines"."outcome" in ('same', 'differs', 'problem'))
);
--> statement-breakpoint
CREATE TABLE "stock_takes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"actor" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"lines" integer NOT NULL,
	"differing" integer NOT NULL,
	"problems" integer NOT NULL,
	"applied" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"applied_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "book_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"actor" text NOT NULL,
	"faults" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"took_ms" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "book_checks_kind_check" CHECK ("book_checks"."kind" in ('stock', 'money')),
	CONSTRAINT "book_checks_status_check" CHECK ("book_checks"."status" in ('asked', 'done', 'failed'))
);
--> statement-breakpoint
DROP INDEX "products_status_id_idx";--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "publish_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "stock_items" ADD COLUMN "low_at" integer;--> statement-breakpoint
ALTER TABLE "stock_take_lines" ADD CONSTRAINT "stock_take_lines_take_id_stock_takes_id_fk" FOREIGN KEY ("take_id") REFERENCES "public"."stock_takes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stock_take_lines_take_id_outcome_line_idx" ON "stock_take_lines" USING btree ("take_id","outcome","line");--> statement-breakpoint
CREATE INDEX "stock_take_lines_to_apply_idx" ON "stock_take_lines" USING btree ("take_id","variant_id") WHERE "stock_take_lines"."outcome" = 'differs' and not "stock_take_lines"."is_applied";--> statement-breakpoint
CREATE INDEX "book_checks_kind_id_idx" ON "book_checks" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "products_vendor_id_idx" ON "products" USING btree ("vendor","id");--> statement-breakpoint
CREATE INDEX "products_publish_at_idx" ON "products" USING btree ("publish_at") WHERE "products"."publish_at" is not null;--> statement-breakpoint
CREATE INDEX "stock_items_not_counted_idx" ON "stock_items" USING btree ("variant_id") WHERE not "stock_items"."counted";--> statement-breakpoint
CREATE INDEX "products_status_id_idx" ON "products" USING btree ("status","id");--> statement-breakpoint
ALTER TABLE "stock_items" ADD CONSTRAINT "stock_items_low_at_check" CHECK ("stock_items"."low_at" >= 0);--> statement-breakpoint
-- What is low already, for lists.
INSERT INTO "low_variants"
SELECT l."variant_id" FROM "stock_lanes" l GROUP BY l."variant_id"
HAVING sum(l."available") <= (SELECT "low_stock_threshold" FROM "shop_settings");
--> statement-breakpoint
-- Opening publishes drafts from now on: collections that counted as open already have nothing left to open.
UPDATE "collections" SET "opens_at" = NULL WHERE "opens_at" <= now();
