DROP INDEX "order_contacts_email_idx";--> statement-breakpoint
CREATE INDEX "audit_log_actor_id_idx" ON "audit_log" USING btree ("actor","id");--> statement-breakpoint
CREATE INDEX "audit_log_action_id_idx" ON "audit_log" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "order_contacts_email_idx" ON "order_contacts" USING btree (lower("email") text_pattern_ops,"order_id");