CREATE TABLE "notice_choices" (
	"staff_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"wanted" boolean NOT NULL,
	CONSTRAINT "notice_choices_staff_id_kind_pk" PRIMARY KEY("staff_id","kind")
);
--> statement-breakpoint
CREATE TABLE "report_deliveries" (
	"schedule_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"report_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_deliveries_schedule_id_from_day_pk" PRIMARY KEY("schedule_id","from_day")
);
--> statement-breakpoint
CREATE TABLE "report_schedules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"format" text NOT NULL,
	"every" text NOT NULL,
	"recipients" text[] NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_schedules_every_check" CHECK ("report_schedules"."every" in ('week', 'month')),
	CONSTRAINT "report_schedules_recipients_check" CHECK (cardinality("report_schedules"."recipients") between 1 and 20)
);
--> statement-breakpoint
CREATE TABLE "cart_quarters" (
	"at" timestamp with time zone PRIMARY KEY NOT NULL,
	"carts" integer NOT NULL,
	"ordered" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sales_progress" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"sold_until" timestamp with time zone NOT NULL,
	"carts_until" timestamp with time zone NOT NULL,
	CONSTRAINT "sales_progress_id_check" CHECK ("sales_progress"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "sales_quarters" (
	"at" timestamp with time zone NOT NULL,
	"currency" char(3) NOT NULL,
	"orders" integer NOT NULL,
	"units" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"refunded_minor" bigint NOT NULL,
	CONSTRAINT "sales_quarters_at_currency_pk" PRIMARY KEY("at","currency")
);
--> statement-breakpoint
CREATE TABLE "variant_sales_daily" (
	"day" date NOT NULL,
	"variant_id" uuid NOT NULL,
	"currency" char(3) NOT NULL,
	"product_id" uuid NOT NULL,
	"units" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	CONSTRAINT "variant_sales_daily_day_variant_id_currency_pk" PRIMARY KEY("day","variant_id","currency")
);
--> statement-breakpoint
ALTER TABLE "notice_choices" ADD CONSTRAINT "notice_choices_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_deliveries" ADD CONSTRAINT "report_deliveries_schedule_id_report_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."report_schedules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_deliveries_report_id_idx" ON "report_deliveries" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "mails_kind_id_idx" ON "mails" USING btree ("kind","id") WHERE "mails"."order_id" is not null;--> statement-breakpoint
CREATE INDEX "mails_unsent_id_idx" ON "mails" USING btree ("status","id") WHERE "mails"."order_id" is not null and "mails"."status" <> 'sent';--> statement-breakpoint
CREATE INDEX "orders_paid_at_idx" ON "orders" USING btree ("paid_at") WHERE "orders"."paid_at" is not null;--> statement-breakpoint
CREATE INDEX "refunds_settled_at_idx" ON "refunds" USING btree ("settled_at") WHERE "refunds"."settled_at" is not null;