CREATE TYPE "public"."order_fulfilment" AS ENUM('partly-sent', 'sent', 'nothing');--> statement-breakpoint
CREATE TABLE "customer_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"text" text NOT NULL,
	"actor" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_tags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"tag" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fulfilment_lines" (
	"fulfilment_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"quantity" "positive_count" NOT NULL,
	CONSTRAINT "fulfilment_lines_fulfilment_id_position_pk" PRIMARY KEY("fulfilment_id","position")
);
--> statement-breakpoint
CREATE TABLE "fulfilments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"carrier" text,
	"tracking_number" text,
	"tracking_url" text,
	"actor" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_return_lines" (
	"return_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"quantity" "positive_count" NOT NULL,
	CONSTRAINT "order_return_lines_return_id_position_pk" PRIMARY KEY("return_id","position")
);
--> statement-breakpoint
CREATE TABLE "order_returns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"refund_id" uuid,
	"actor" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "order_returns_status_check" CHECK ("order_returns"."status" in ('requested', 'received', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "order_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"actor" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "fulfilment" "order_fulfilment";--> statement-breakpoint
ALTER TABLE "fulfilment_lines" ADD CONSTRAINT "fulfilment_lines_fulfilment_id_fulfilments_id_fk" FOREIGN KEY ("fulfilment_id") REFERENCES "public"."fulfilments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fulfilments" ADD CONSTRAINT "fulfilments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_return_lines" ADD CONSTRAINT "order_return_lines_return_id_order_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."order_returns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_returns" ADD CONSTRAINT "order_returns_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_returns" ADD CONSTRAINT "order_returns_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_notes_email_id_idx" ON "customer_notes" USING btree ("email","id");--> statement-breakpoint
CREATE UNIQUE INDEX "customer_tags_email_tag_key" ON "customer_tags" USING btree ("email","tag");--> statement-breakpoint
CREATE INDEX "customer_tags_tag_id_idx" ON "customer_tags" USING btree ("tag","id");--> statement-breakpoint
CREATE INDEX "fulfilments_order_id_idx" ON "fulfilments" USING btree ("order_id","id");--> statement-breakpoint
CREATE INDEX "order_returns_order_id_idx" ON "order_returns" USING btree ("order_id","id");--> statement-breakpoint
CREATE INDEX "order_returns_refund_id_idx" ON "order_returns" USING btree ("refund_id") WHERE "order_returns"."refund_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "order_views_name_key" ON "order_views" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "customers_name_idx" ON "customers" USING btree (lower("name") text_pattern_ops) WHERE "customers"."name" is not null;--> statement-breakpoint
-- What was sent before went in one parcel, with all that was ordered.
INSERT INTO "fulfilments" ("id", "order_id", "carrier", "tracking_number", "tracking_url", "actor", "created_at")
SELECT DISTINCT ON (order_id)
  (lpad(to_hex((extract(epoch from created_at) * 1000)::bigint), 12, '0') || '7' || substr(md5(order_id::text), 1, 3)
    || '8' || substr(md5(order_id::text), 4, 15))::uuid,
  order_id, data ->> 'carrier', data ->> 'trackingNumber', data ->> 'trackingUrl', actor, created_at
FROM "order_events" WHERE kind = 'fulfilled' ORDER BY order_id, id;--> statement-breakpoint
INSERT INTO "fulfilment_lines" ("fulfilment_id", "position", "quantity")
SELECT f.id, l.position, l.quantity FROM "fulfilments" f JOIN "order_lines" l ON l.order_id = f.order_id;--> statement-breakpoint
UPDATE "orders" SET "fulfilment" = 'sent' WHERE id IN (SELECT order_id FROM "fulfilments");
