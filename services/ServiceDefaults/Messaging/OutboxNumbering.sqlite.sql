CREATE TRIGGER outbox_number AFTER INSERT ON outbox WHEN NEW.sequence = 0
BEGIN
  INSERT INTO outbox_stream (receiver, stream, last) VALUES (NEW.receiver, NEW.stream, 1)
  ON CONFLICT (receiver, stream) DO UPDATE SET last = last + 1;
  UPDATE outbox SET sequence = (SELECT last FROM outbox_stream WHERE receiver = NEW.receiver AND stream = NEW.stream)
  WHERE id = NEW.id;
END;
