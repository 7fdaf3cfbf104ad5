namespace Dukcapil.Standalone.Perjalanan;

/// <summary>The style sheet of the page, inline so that the page is one file.</summary>
internal static class GayaHalaman
{
    // Lines of a return are dashed besides red: printers without colour must show them too.
    public const string Css =
        """
        :root{--tinta:#1d2733;--halus:#5c6875;--garis:#8f9aa6;--alur:#1f5a94;--balik:#c0271d;--latar:#f4f6f8;--muda:#fdf0ee}
        *{box-sizing:border-box;-webkit-print-color-adjust:exact;print-color-adjust:exact}
        body{margin:0;background:#e3e8ed;color:var(--tinta);font:12px/1.4 "Segoe UI","Liberation Sans",Arial,sans-serif}
        main{max-width:1560px;margin:20px auto;padding:26px 30px;background:#fff;box-shadow:0 1px 8px #0003}
        header{display:flex;align-items:baseline;gap:14px;border-bottom:3px solid var(--alur);padding-bottom:8px}
        h1{margin:0;font-size:23px;color:var(--alur)}header p{margin:0;color:var(--halus);font-size:13px}
        dl,dd,dt,p,h2,ul{margin:0;padding:0}small,.jejak{color:var(--halus);font-size:.86em}
        .permohonan{display:grid;grid-template-columns:repeat(6,auto);gap:10px 22px;padding:12px 0}
        .permohonan dt{color:var(--halus);font-size:11px}.permohonan dd{font-weight:600;font-size:13px}
        .ringkasan{display:grid;grid-template-columns:2.4fr 1fr 1fr 1fr;gap:10px}
        .ringkasan>div{background:var(--latar);border-radius:6px;padding:9px 13px}
        .ringkasan h2{font-size:11px;font-weight:400;color:var(--halus)}.ringkasan p b{font-size:18px}.ringkasan .merah{color:var(--balik)}
        .lewat{color:var(--balik);font-weight:600}.tepat{color:#1c7a43;font-weight:600}
        .batang{position:relative;display:flex;height:9px;margin:5px 0;background:#dbe1e7}
        .batang .lurus{background:var(--alur)}.batang .ulang{background:repeating-linear-gradient(135deg,var(--balik) 0 4px,#e58a83 4px 7px)}
        .batang .baku{position:absolute;top:-4px;bottom:-4px;width:2px;margin-left:-2px;background:var(--tinta)}
        .identitas{display:grid;grid-template-columns:1fr 1.25fr 2fr;margin-top:12px;border:1px solid var(--garis);font-size:11px}
        .identitas>*{padding:8px 12px}.identitas>*+*{border-left:1px solid var(--garis)}
        .titik{display:inline-block;flex:1;min-width:40px;border-bottom:1px dotted var(--tinta);height:1.1em}
        .instansi{display:flex;gap:12px;align-items:center}.instansi>div:last-child{flex:1}.instansi p{display:flex;gap:6px;padding:5px 0}
        .logo{width:56px;height:64px;border:1px dotted var(--tinta);display:grid;place-items:center;color:var(--halus)}
        .identitas dl{display:grid;grid-template-columns:auto 1fr;gap:2px 10px}.identitas dd{display:flex;gap:4px}
        .uraian{display:grid;grid-template-columns:1fr 1fr;gap:6px 18px}.uraian .titik{display:block}
        .identitas .sah{display:grid;grid-template-columns:auto 1fr auto 1fr;gap:2px 5px}
        .legenda{display:flex;align-items:center;gap:6px;padding:12px 0 6px;font-size:11px}
        .legenda svg{width:30px;height:16px;margin-left:12px}.legenda svg:first-child{margin-left:0}
        .legenda i{width:30px;border-top:2px solid var(--alur);margin-left:12px}.legenda i.balik{border-top:2px dashed var(--balik)}
        .legenda b{margin-left:12px;font-size:10px}
        svg rect,svg path{fill:#fff;stroke:var(--alur);stroke-width:1.6}svg.balik rect,svg.balik path{stroke:var(--balik);fill:var(--muda)}
        svg.buka rect,svg.buka path{stroke-dasharray:4 3}svg text{font-size:11px;font-weight:600;text-anchor:middle;fill:var(--tinta)}
        .sop{width:100%;border-collapse:collapse;table-layout:fixed}
        .sop th,.sop td{border:1px solid var(--garis);padding:6px 7px;vertical-align:middle;overflow-wrap:break-word}
        .sop thead th{background:#e4ecf4;font-size:11px;padding:4px 3px}
        .k-no{width:3.2%}.k-kegiatan{width:17%}.k-lengkap{width:9%}.k-waktu{width:5.4%}.k-output{width:9.3%}
        .sop tr{break-inside:avoid}.sop tbody tr{height:92px}.sop tr.kembali{background:var(--muda)}.sop tr.buka{background:#fffbe8}
        .sop .no{font-size:16px;text-align:center}.sop li{list-style:none;padding-left:9px;text-indent:-9px}.sop li::before{content:"– "}
        .angka{text-align:center;font-variant-numeric:tabular-nums}.jejak{margin-top:3px}.urung{color:var(--halus);text-decoration:line-through}
        .tanda{display:inline-block;border:1px solid var(--balik);color:var(--balik);border-radius:8px;padding:0 6px;font-size:.8em}
        .hasil{display:block;font-weight:600;color:var(--alur)}.hasil.balik{color:var(--balik)}
        .ket q{font-style:italic;quotes:"“" "”"}
        .ket code{display:inline-block;background:#fff;border:1px solid #e0a39d;padding:0 4px;margin-right:5px;font-size:.88em}
        .sop td.lajur{position:relative;padding:0}
        .simbol{position:absolute;left:calc(50% - 30px);top:calc(50% - 16px);width:60px;height:32px}
        .g{position:absolute;border:0 solid var(--alur)}.g.balik{border-color:var(--balik);border-style:dashed}
        .atas{left:calc(50% - 1px);top:-1px;height:12px;border-left-width:2px}
        .kiri{left:-1px;right:calc(50% - 1px);top:10px;border-top-width:2px}.kanan{left:calc(50% - 1px);right:-1px;top:10px;border-top-width:2px}
        .turun{left:calc(50% - 1px);top:10px;bottom:calc(50% + 17px);border-left-width:2px}
        .turun::after{content:"";position:absolute;left:-6px;bottom:-1px;border:5px solid transparent;border-top:7px solid var(--alur);border-bottom:0}
        .turun.balik::after{border-top-color:var(--balik)}
        .keluar{left:calc(50% - 1px);top:calc(50% + 16px);bottom:-1px;border-left-width:2px}
        .cabang{position:absolute;left:calc(50% + 6px);bottom:5px;font-size:10px;color:var(--alur)}.cabang.balik{color:var(--balik)}
        .sop tr.jumlah{height:auto;background:#e4ecf4;font-weight:600}.jumlah th{text-align:right}
        footer{padding-top:10px;color:var(--halus);font-size:11px}
        @page{size:A4 landscape;margin:9mm}
        @media print{
        body{background:#fff;font-size:7.6pt}main{max-width:none;margin:0;padding:0 1px;box-shadow:none}h1{font-size:15pt}
        .sop thead th,.permohonan dt,.ringkasan h2,.identitas,.legenda,footer{font-size:7pt}.permohonan dd{font-size:8pt}
        .ringkasan p b{font-size:11pt}.ringkasan>div{padding:5px 9px}.sop th,.sop td{padding:3px 4px}.sop thead th{padding:2px 1px;font-size:6.4pt}.sop tbody tr{height:70px}
        .identitas>*{padding:5px 9px}.uraian .titik{height:.95em}.legenda{padding:7px 0 4px}
        }
        """;
}
