using System.Data.Common;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Instances;
using Npgsql;

namespace Dukcapil.Workflow.Store;

/// <summary>Instances on PostgreSQL: one statement per table for all instances of a unit of work, all of them in one round trip.</summary>
internal sealed class PostgresInstanceStore : IInstanceStore
{
    public Task<IReadOnlyList<InstanceWork>> LoadAsync(WorkflowDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        LoadAsync(db, batch => Read(db, batch, Sql.LoadInstances, Sql.LoadTasks, ids), cancellationToken);

    public Task<IReadOnlyList<InstanceWork>> LoadOfApplicationsAsync(WorkflowDb db, IReadOnlyCollection<Guid> applications, CancellationToken cancellationToken) =>
        LoadAsync(db, batch => Prefetch(db, batch, applications), cancellationToken);

    public InstanceLoad Prefetch(WorkflowDb db, SqlBatch batch, IReadOnlyCollection<Guid> applications) =>
        Read(db, batch, Sql.LoadInstancesOfApplications, Sql.LoadTasksOfApplications, applications);

    public void Write(WorkflowDb db, SqlBatch batch, IReadOnlyCollection<InstanceWork> changed)
    {
        var rows = changed.Where(w => w.IsChanged).ToList();
        // Leaving one table before entering the other: both have the application as a key.
        Delete(Sql.DeleteInstances, rows.Where(w => w is { IsNew: false, WasFinished: false, IsFinished: true }));
        Delete(Sql.DeleteFinishedInstances, rows.Where(w => w.WasFinished));
        Insert(Sql.InsertInstances, [.. rows.Where(w => (w.IsNew || w.WasFinished) && !w.IsFinished).Select(w => w.Row)]);
        Insert(Sql.InsertFinishedInstances, [.. rows.Where(w => w.IsFinished).Select(w => w.Row)]);
        Update([.. rows.Where(w => w is { IsNew: false, WasFinished: false, IsFinished: false })]);
        WriteTasks(db, batch, changed);
        WriteWaits(db, batch, changed);
        WriteJournal(db, batch, [.. changed.SelectMany(w => w.Journal)]);

        void Delete(string sql, IEnumerable<InstanceWork> works)
        {
            var gone = works.ToList();
            if (gone.Count > 0) batch.WriteExactly(db.Sql(sql), gone.Count, SqlValues.Uuids(gone.Select(w => w.Row.Id)), SqlValues.Integers(gone.Select(w => w.StoredRevision)));
        }

        void Insert(string sql, List<Instance> added)
        {
            if (added.Count == 0) return;
            List<NpgsqlParameter> values =
            [
                SqlValues.Uuids(added.Select(r => r.Id)), SqlValues.Uuids(added.Select(r => r.PermohonanId)), SqlValues.Texts(added.Select(r => r.Kantor)),
                SqlValues.Texts(added.Select(r => r.DefinitionId)), SqlValues.Texts(added.Select(r => r.DefinitionVersionId)), SqlValues.Integers(added.Select(r => r.Version)),
                SqlValues.Uuids(added.Select(r => r.ParentId)), SqlValues.Texts(added.Select(r => r.ParentKey)), SqlValues.Texts(added.Select(r => r.CorrelationId)),
                SqlValues.Texts(added.Select(r => r.Name)), SqlValues.Texts(added.Select(r => r.SubStatus)), SqlValues.Booleans(added.Select(r => r.IsSigned)),
                SqlValues.Integers(added.Select(r => r.ReturnCount)), SqlValues.Integers(added.Select(r => r.IncidentCount)), SqlValues.Bytes(added.Select(r => r.State)),
                SqlValues.Times(added.Select(r => r.CreatedAt)), SqlValues.Times(added.Select(r => r.UpdatedAt)), SqlValues.Integers(added.Select(r => r.Revision)),
            ];
            if (sql == Sql.InsertFinishedInstances) values.Add(SqlValues.Times(added.Select(r => r.FinishedAt)));
            batch.Write(db.Sql(sql), [.. values]);
        }

        void Update(List<InstanceWork> updated)
        {
            if (updated.Count == 0) return;
            batch.WriteExactly(
                db.Sql(Sql.UpdateInstances), updated.Count,
                SqlValues.Uuids(updated.Select(w => w.Row.Id)), SqlValues.Integers(updated.Select(w => w.StoredRevision)),
                SqlValues.Texts(updated.Select(w => w.Row.DefinitionVersionId)), SqlValues.Integers(updated.Select(w => w.Row.Version)),
                SqlValues.Texts(updated.Select(w => w.Row.CorrelationId)), SqlValues.Texts(updated.Select(w => w.Row.Name)), SqlValues.Texts(updated.Select(w => w.Row.SubStatus)),
                SqlValues.Booleans(updated.Select(w => w.Row.IsSigned)), SqlValues.Integers(updated.Select(w => w.Row.ReturnCount)),
                SqlValues.Integers(updated.Select(w => w.Row.IncidentCount)), SqlValues.Bytes(updated.Select(w => w.Row.State)),
                SqlValues.Times(updated.Select(w => w.Row.UpdatedAt)), SqlValues.Integers(updated.Select(w => w.Row.Revision)));
        }
    }

    private static void WriteTasks(WorkflowDb db, SqlBatch batch, IReadOnlyCollection<InstanceWork> changed)
    {
        var ended = changed.SelectMany(w => w.EndedTasks).ToList();
        if (ended.Count > 0) batch.WriteExactly(db.Sql(Sql.DeleteTasks), ended.Count, SqlValues.Texts(ended.Select(t => t.TugasId)));
        var added = changed.SelectMany(w => w.NewTasks).ToList();
        if (added.Count > 0)
        {
            batch.Write(
                db.Sql(Sql.InsertTasks),
                SqlValues.Texts(added.Select(t => t.TugasId)), SqlValues.Texts(added.Select(t => t.EngineTaskId)), SqlValues.Uuids(added.Select(t => t.InstanceId)),
                SqlValues.Uuids(added.Select(t => t.PermohonanId)), SqlValues.Texts(added.Select(t => t.MessageText)),
                SqlValues.Times(added.Select(t => t.IssuedAt)));
        }
        var updated = changed.SelectMany(w => w.ChangedTasks).ToList();
        if (updated.Count > 0)
        {
            batch.WriteExactly(
                db.Sql(Sql.UpdateTasks), updated.Count,
                SqlValues.Texts(updated.Select(t => t.TugasId)), SqlValues.Uuids(updated.Select(t => t.ClosingFor)), SqlValues.Booleans(updated.Select(t => t.IsClosed)));
        }
    }

    private static void WriteWaits(WorkflowDb db, SqlBatch batch, IReadOnlyCollection<InstanceWork> changed)
    {
        var ended = changed.SelectMany(w => w.EndedWaits.Select(id => (w.Row.Id, Bookmark: id))).ToList();
        if (ended.Count > 0) batch.WriteExactly(db.Sql(Sql.DeleteWaits), ended.Count, SqlValues.Uuids(ended.Select(w => w.Id)), SqlValues.Texts(ended.Select(w => w.Bookmark)));
        var added = changed.SelectMany(w => w.NewWaits).ToList();
        if (added.Count > 0)
        {
            batch.Write(
                db.Sql(Sql.InsertWaits),
                SqlValues.Uuids(added.Select(w => w.InstanceId)), SqlValues.Texts(added.Select(w => w.BookmarkId)), SqlValues.Texts(added.Select(w => w.EventName)),
                SqlValues.Times(added.Select(w => w.DueAt)));
        }
    }

    private static void WriteJournal(WorkflowDb db, SqlBatch batch, List<JournalBurst> bursts)
    {
        if (bursts.Count == 0) return;
        batch.Write(
            db.Sql(Sql.InsertJournal),
            SqlValues.Uuids(bursts.Select(b => b.InstanceId)), SqlValues.Integers(bursts.Select(b => b.Burst)), SqlValues.Integers(bursts.Select(b => b.Version)),
            SqlValues.Times(bursts.Select(b => b.At)), SqlValues.Bytes(bursts.Select(b => b.Records)));
    }

    private static async Task<IReadOnlyList<InstanceWork>> LoadAsync(WorkflowDb db, Func<SqlBatch, InstanceLoad> read, CancellationToken cancellationToken)
    {
        var batch = new SqlBatch();
        var load = read(batch);
        await batch.RunAsync(db, cancellationToken);
        return load.Works();
    }

    private static InstanceLoad Read(WorkflowDb db, SqlBatch batch, string instances, string tasks, IReadOnlyCollection<Guid> ids)
    {
        var load = new InstanceLoad();
        batch.Read(db.Sql(instances), reader => load.Rows.Add(Row(reader)), SqlValues.Uuids(ids));
        batch.Read(db.Sql(tasks), reader => load.Tasks.Add(Task(reader)), SqlValues.Uuids(ids));
        return load;
    }

    private static Instance Row(DbDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        PermohonanId = reader.IsDBNull(1) ? null : reader.GetGuid(1),
        Kantor = reader.IsDBNull(2) ? null : reader.GetString(2),
        DefinitionId = reader.GetString(3),
        DefinitionVersionId = reader.GetString(4),
        Version = reader.GetInt32(5),
        ParentId = reader.IsDBNull(6) ? null : reader.GetGuid(6),
        ParentKey = reader.IsDBNull(7) ? null : reader.GetString(7),
        CorrelationId = reader.IsDBNull(8) ? null : reader.GetString(8),
        Name = reader.IsDBNull(9) ? null : reader.GetString(9),
        SubStatus = reader.GetString(10),
        IsSigned = reader.GetBoolean(11),
        ReturnCount = reader.GetInt32(12),
        IncidentCount = reader.GetInt32(13),
        State = reader.GetFieldValue<byte[]>(14),
        CreatedAt = reader.GetFieldValue<DateTimeOffset>(15),
        UpdatedAt = reader.GetFieldValue<DateTimeOffset>(16),
        Revision = reader.GetInt32(17),
    };

    private static OpenTask Task(DbDataReader reader) => new()
    {
        TugasId = reader.GetString(0),
        EngineTaskId = reader.GetString(1),
        InstanceId = reader.GetGuid(2),
        PermohonanId = reader.GetGuid(3),
        MessageText = reader.GetString(4),
        IssuedAt = reader.GetFieldValue<DateTimeOffset>(5),
        ClosingFor = reader.IsDBNull(6) ? null : reader.GetGuid(6),
        IsClosed = reader.GetBoolean(7),
    };

    /// <summary>The statements, read once.</summary>
    private static class Sql
    {
        public static readonly string LoadInstances = Read(nameof(LoadInstances));
        public static readonly string LoadTasks = Read(nameof(LoadTasks));
        public static readonly string LoadInstancesOfApplications = Read(nameof(LoadInstancesOfApplications));
        public static readonly string LoadTasksOfApplications = Read(nameof(LoadTasksOfApplications));
        public static readonly string InsertInstances = Read(nameof(InsertInstances));
        public static readonly string InsertFinishedInstances = Read(nameof(InsertFinishedInstances));
        public static readonly string UpdateInstances = Read(nameof(UpdateInstances));
        public static readonly string DeleteInstances = Read(nameof(DeleteInstances));
        public static readonly string DeleteFinishedInstances = Read(nameof(DeleteFinishedInstances));
        public static readonly string InsertTasks = Read(nameof(InsertTasks));
        public static readonly string UpdateTasks = Read(nameof(UpdateTasks));
        public static readonly string DeleteTasks = Read(nameof(DeleteTasks));
        public static readonly string InsertWaits = Read(nameof(InsertWaits));
        public static readonly string DeleteWaits = Read(nameof(DeleteWaits));
        public static readonly string InsertJournal = Read(nameof(InsertJournal));

        private static string Read(string name) => SqlResource.Read(typeof(PostgresInstanceStore), name + ".sql");
    }
}
