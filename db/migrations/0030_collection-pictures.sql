ALTER TABLE "collections" ADD COLUMN "image_source" text;--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "image_path" text;--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "image_alt" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "collections_waiting_image_idx" ON "collections" USING btree ("id") WHERE "collections"."image_source" is not null and "collections"."image_path" is null;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_image_alt_check" CHECK ("collections"."image_source" is null or "collections"."image_alt" <> '');